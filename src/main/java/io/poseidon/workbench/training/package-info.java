/// Plan, rounds, strategies, models, export; the port `Contributors`. May use model, crypto, policy, privacy.
@NullMarked
package io.poseidon.workbench.training;

import org.jspecify.annotations.NullMarked;
