package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the rows come from and which of them count. `row` names what tells one contributor's rows apart, a number of
/// the row or the columns that together never come twice, so that a row sent again is found. Only the publisher can
/// know them (two equal purchases of a day may both be real), so where none is named nothing is a duplicate.
public record Source(String contributor, List<String> row, Period period, Tolerance tolerance) {

    public Source {
        row = List.copyOf(row);
    }

    /// First and last value of the column that tells time; without a column the period is only stated.
    public record Period(Optional<String> column, String from, String to) {}

    /// The largest share of rows that may be rejected before the batch is: for every reason, and in all.
    public record Tolerance(Rational inAll, Map<Rejection, Rational> byReason) {
        public Tolerance {
            byReason = Map.copyOf(byReason);
        }
    }
}
