/// What may follow where a question is being typed: only what the policy allows there.
@NullMarked
package io.poseidon.workbench.query.completion;

import org.jspecify.annotations.NullMarked;
