/// What a name means where it stands in a text, and what the review has found so far.
@NullMarked
package io.poseidon.workbench.policy.decide.scope;

import org.jspecify.annotations.NullMarked;
