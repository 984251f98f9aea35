/// From a statement's tree and a policy to a decision: names resolved, every rule applied, every reason kept.
@NullMarked
package io.poseidon.workbench.policy.decide;

import org.jspecify.annotations.NullMarked;
