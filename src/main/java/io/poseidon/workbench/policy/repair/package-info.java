/// The nearest allowed question for one that is refused, each offer itself decided.
@NullMarked
package io.poseidon.workbench.policy.repair;

import org.jspecify.annotations.NullMarked;
