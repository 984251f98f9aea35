/// What a history of released sums determines, by linear algebra over a secret finite field. Face: [SpanAudit].
@NullMarked
package io.poseidon.workbench.policy.span;

import org.jspecify.annotations.NullMarked;
