package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Question.Number;
import io.poseidon.workbench.privacy.Zcdp;
import java.util.ArrayList;
import java.util.List;

/// One released vector of whole numbers, one for each group: people, rows, or the total of a measure in its steps.
/// Costs the policy's ρ for one vector; the squared L2 sensitivity of one person added or removed is L'·Δ².
public record Vector(Kind kind, String measure, Rational variance, String digest) {

    public enum Kind {
        PEOPLE,
        ROWS,
        TOTAL
    }

    /// Everything a question needs; people always, since the threshold reads them.
    public static List<Vector> of(Grouping grouping, Rational rho) {
        var vectors = new ArrayList<Vector>();
        add(vectors, of(Kind.PEOPLE, "", grouping, rho));
        for (var number : grouping.question().numbers()) {
            switch (number.kind()) {
                case COUNT_DISTINCT_IDENTITY, SUM_DISTINCT_OWN -> {}
                case COUNT -> add(vectors, of(Kind.ROWS, "", grouping, rho));
                case SUM -> add(vectors, of(Kind.TOTAL, number.column(), grouping, rho));
                case AVG -> {
                    add(vectors, of(Kind.ROWS, "", grouping, rho));
                    add(vectors, of(Kind.TOTAL, number.column(), grouping, rho));
                }
            }
        }
        return vectors;
    }

    private static void add(List<Vector> vectors, Vector vector) {
        if (!vectors.contains(vector)) {
            vectors.add(vector);
        }
    }

    private static Vector of(Kind kind, String measure, Grouping grouping, Rational rho) {
        var table = grouping.question().table();
        var largest = Rational.of(largest(kind, measure, grouping));
        var variance = Zcdp.variance(largest.times(largest).times(grouping.boundAsNumber()), rho);
        var bounds = kind == Kind.TOTAL ? String.valueOf(table.measure(measure)) : "";
        var digest = Digests.ofAll(List.of(
                "vector/1",
                kind.name(),
                measure,
                bounds,
                String.valueOf(table.maximumRowsPerGroup()),
                String.valueOf(grouping.bound()),
                variance.toString(),
                grouping.digest()));
        return new Vector(kind, measure, variance, digest);
    }

    /// The most one person can add to one group.
    private static long largest(Kind kind, String measure, Grouping grouping) {
        var table = grouping.question().table();
        return switch (kind) {
            case PEOPLE -> 1;
            case ROWS -> table.maximumRowsPerGroup();
            case TOTAL -> Steps.of(table.measure(measure)).largest();
        };
    }

    public double sigma() {
        return Math.sqrt(variance.toDouble());
    }

    public boolean serves(Number number) {
        return switch (number.kind()) {
            case COUNT -> kind == Kind.ROWS;
            case COUNT_DISTINCT_IDENTITY -> kind == Kind.PEOPLE;
            case SUM, AVG -> kind == Kind.TOTAL && measure.equals(number.column());
            case SUM_DISTINCT_OWN -> false;
        };
    }
}
