package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.account.EpsilonDelta;
import io.poseidon.workbench.privacy.account.Zcdp;
import java.util.Optional;

/// What an answer would cost its asker.
public sealed interface Cost {

    /// Nothing: cells are released already, and whatever is computed from them is; a refused text costs nothing either.
    record Nothing() implements Cost {}

    /// Privacy loss ρ out of an organisation's allowance; zero where everything asked was told before. `missing` names
    /// the allowance of the policy's budget that does not cover it, and the answer would be refused.
    record Charged(Rational rho, Rational spent, Rational allowance, Rational delta, Optional<String> missing)
            implements Cost {

        /// All of it is known to the asker already.
        public boolean repeated() {
            return rho.signum() == 0;
        }

        public Rational after() {
            return missing.isPresent() ? spent : spent.plus(rho);
        }

        public Rational left() {
            return allowance.minus(spent);
        }

        /// ε of this answer alone, at the budget's δ.
        public EpsilonDelta epsilon() {
            return Zcdp.epsilon(rho, delta);
        }

        /// ε of everything the organisation was told, this answer included.
        public EpsilonDelta epsilonAfter() {
            return Zcdp.epsilon(after(), delta);
        }
    }

    Cost NOTHING = new Nothing();
}
