package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Rational;
import java.util.Map;
import java.util.Optional;

/// Where the rows come from and which of them count. `row` names a column that tells one contributor's rows apart, so
/// that a row sent twice is found; without it nothing is a duplicate.
public record Source(String contributor, Optional<String> row, Period period, Tolerance tolerance) {

    /// First and last value of the column that tells time; without a column the period is only stated.
    public record Period(Optional<String> column, String from, String to) {}

    /// The largest share of rows that may be rejected before the batch is: for every reason, and in all.
    public record Tolerance(Rational inAll, Map<Rejection, Rational> byReason) {
        public Tolerance {
            byReason = Map.copyOf(byReason);
        }
    }
}
