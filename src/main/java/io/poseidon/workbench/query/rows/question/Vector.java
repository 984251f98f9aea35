package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Question.Number;
import io.poseidon.workbench.privacy.account.Zcdp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One released vector of whole numbers, one for each group: people, rows, or the total of a measure in its steps.
/// Costs the policy's ρ for one vector; the squared L2 sensitivity of one person added or removed is L'·Δ².
public record Vector(Kind kind, String measure, Rational variance, String digest) {

    public enum Kind {
        PEOPLE,
        ROWS,
        TOTAL
    }

    /// Everything a question needs.
    public static List<Vector> of(Grouping grouping, Rational rho) {
        var whole = grouping.digest();
        return parts(grouping.question()).stream()
                .map(part -> of(part.kind(), part.measure(), grouping, whole, rho))
                .toList();
    }

    /// How many vectors a question needs, whatever its groups are.
    public static int count(Question question) {
        return parts(question).size();
    }

    private record Part(Kind kind, String measure) {}

    /// People always, since the threshold reads them.
    private static Set<Part> parts(Question question) {
        var parts = new LinkedHashSet<Part>();
        parts.add(new Part(Kind.PEOPLE, ""));
        for (var number : question.numbers()) {
            switch (number.kind()) {
                case COUNT_DISTINCT_IDENTITY, SUM_DISTINCT_OWN -> {}
                case COUNT -> parts.add(new Part(Kind.ROWS, ""));
                case SUM -> parts.add(new Part(Kind.TOTAL, number.column()));
                case AVG -> {
                    parts.add(new Part(Kind.ROWS, ""));
                    parts.add(new Part(Kind.TOTAL, number.column()));
                }
            }
        }
        return parts;
    }

    private static Vector of(Kind kind, String measure, Grouping grouping, String whole, Rational rho) {
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
                whole));
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
