package io.poseidon.workbench.query.preflight;

/// How much of what is asked about will not be in the answer, because it is empty or under the threshold, which looks
/// the same.
public sealed interface Suppression {

    /// Of `all` declared cells that the question reads, `hidden` are not in what the asker holds; of `groups` declared
    /// groups, `hiddenGroups` have no cell at all.
    record Known(long hidden, long all, long hiddenGroups, long groups) implements Suppression {
        public double share() {
            return all == 0 ? 0 : (double) hidden / all;
        }
    }

    /// The share of `groups` groups that will be missing lies between the two, by what is known so far.
    record Expected(double least, double most, long groups, Basis basis) implements Suppression {}

    record Unknown(Reason reason) implements Suppression {}

    enum Basis {
        /// The same numbers were told before.
        REPEATED,
        PAST_ANSWERS
    }

    enum Reason {
        /// It will not be answered.
        REFUSED,
        /// No earlier answer says anything about these groups.
        NOTHING_KNOWN,
        /// Joins, inner queries, set operations.
        SHAPE,
        /// The cells are chosen by their noisy values.
        SELECTED,
        /// More declared cells than can be looked through in time.
        TOO_LARGE,
        /// No table is read.
        NO_TABLE
    }
}
