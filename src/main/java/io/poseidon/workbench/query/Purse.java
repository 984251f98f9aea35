package io.poseidon.workbench.query;

import io.poseidon.workbench.model.Rational;

/// The privacy budget of a shard, in ρ, as one organisation sees it.
///
/// @param buyer the organisation that asks
/// @param own what it has spent, of what it may spend
/// @param all the same of all organisations together, colluders included
/// @param perQuery what one question may cost at most
/// @param known how many independent numbers the organisation has about this state of the data, of as many as there
///     are declared cells; where it is nearly full most new questions are refused
public record Purse(String buyer, Account own, Account all, Rational perQuery, Known known) {

    public record Account(Rational spent, Rational allowance) {

        public Rational left() {
            return allowance.minus(spent);
        }

        /// From 0 to 1.
        public double share() {
            return allowance.signum() == 0 ? 1 : spent.over(allowance).toDouble();
        }
    }

    public record Known(int numbers, int cells) {

        /// From 0 to 1.
        public double share() {
            return cells == 0 ? 0 : (double) numbers / cells;
        }
    }

    /// What is left of the nearer of the two allowances.
    public Rational left() {
        return own.left().min(all.left());
    }
}
