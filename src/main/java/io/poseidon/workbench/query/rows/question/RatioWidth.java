package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Question.Number;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.query.preflight.Width;
import java.util.Optional;

/// How wide the interval of a mean can be, or of a total or count over a count, before anything is known of it.
///
/// By Fieller's theorem with independent noises: with g = (z·σ of the denominator / N)², half the width is
/// z / (N·(1 − g)) · √((1 − g)·σ² of the numerator + R²·σ² of the denominator). A group that is shown has the minimum
/// cohort of people, and as many rows at least; |R| is bounded by the bounds of the measure, since these hold for the
/// total of a person. So the smallest group has the widest interval, and where noise dominates even there, it is
/// not told.
public final class RatioWidth {

    private static final double Z = 1.959964;

    private record Ratio(Number numerator, Number denominator) {}

    private final Grouping grouping;
    private final Plan plan;

    private RatioWidth(Grouping grouping, Plan plan) {
        this.grouping = grouping;
        this.plan = plan;
    }

    /// Of an output of a statement; empty where it is no such ratio, or several questions are in it.
    public static Optional<Width.Extent> of(Plan plan, Expression output) {
        if (plan.groupings().size() != 1) {
            return Optional.empty();
        }
        var widths = new RatioWidth(plan.groupings().getFirst(), plan);
        return widths.ratio(output).map(widths::extent);
    }

    private Optional<Ratio> ratio(Expression output) {
        if (output instanceof Expression.Call call
                && call.name().equals("/")
                && call.arguments().size() == 2) {
            var over = number(call.arguments().getFirst());
            var under = number(call.arguments().getLast());
            return over.isPresent() && under.isPresent() && fits(over.get(), under.get())
                    ? Optional.of(new Ratio(over.get(), under.get()))
                    : Optional.empty();
        }
        return number(output)
                .filter(number -> number.kind() == Number.Kind.AVG)
                .map(mean -> new Ratio(mean, new Number(Number.Kind.COUNT, "")));
    }

    private static boolean fits(Number over, Number under) {
        return switch (under.kind()) {
            case COUNT -> over.kind() == Number.Kind.SUM;
            case COUNT_DISTINCT_IDENTITY -> over.kind() == Number.Kind.SUM || over.kind() == Number.Kind.COUNT;
            case SUM, AVG, SUM_DISTINCT_OWN -> false;
        };
    }

    /// The number that a column of the released table holds.
    private Optional<Number> number(Expression part) {
        var numbers = question().numbers();
        for (int i = 0; i < numbers.size(); i++) {
            if (part instanceof Expression.Column column && column.name().equals("n" + i)) {
                return Optional.of(numbers.get(i));
            }
        }
        return Optional.empty();
    }

    private Width.Extent extent(Ratio ratio) {
        int people = question().table().minimumCohort();
        double over = sigma(ratio.numerator());
        double under = sigma(ratio.denominator());
        double lost = Math.pow(Z * under / people, 2);
        if (lost >= 1) {
            return new Width.Untold();
        }
        double spread = Math.sqrt((1 - lost) * over * over + Math.pow(most(ratio.numerator()) * under, 2));
        return new Width.AtMost(Z * spread / (people * (1 - lost)), people);
    }

    /// The largest that the ratio can be.
    private double most(Number numerator) {
        return numerator.kind() == Number.Kind.COUNT
                ? question().table().maximumRowsPerGroup()
                : steps(numerator).largest() / steps(numerator).scale().toDouble();
    }

    private double sigma(Number number) {
        var vector = plan.vectorsOf(0).stream()
                .filter(candidate -> candidate.serves(number))
                .findFirst()
                .orElseThrow();
        return vector.kind() == Vector.Kind.TOTAL
                ? vector.sigma() / steps(number).scale().toDouble()
                : vector.sigma();
    }

    private Steps steps(Number number) {
        return Steps.of(question().table().measure(number.column()));
    }

    private Question question() {
        return grouping.question();
    }
}
