/// Plan, rounds, strategies, models, export; the port `Contributors`. May use model, crypto, policy, privacy.
@NullMarked
package io.poseidon.workbench.training;

import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Contributors;
import org.jspecify.annotations.NullMarked;

