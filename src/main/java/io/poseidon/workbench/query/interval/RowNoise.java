package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.query.interval.Interval.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Intervals of one row. Sums: z·√(variance), where cells shared by two sums count in their covariance. Ratios:
/// Fieller's set {r : (N − rD)² ≤ z²·Var(N − rD)}, given only where it is an interval. Extremes: the simultaneous box,
/// which holds for every function that moves with its cells.
final class RowNoise {

    private final Schema schema;
    private final Selection selection;
    private final Quantiles quantiles;
    private final Map<String, Double> extras;

    RowNoise(Schema schema, Selection selection, Quantiles quantiles, Map<String, Double> extras) {
        this.schema = schema;
        this.selection = selection;
        this.quantiles = quantiles;
        this.extras = extras;
    }

    Interval interval(Noise noise, double value) {
        return switch (noise) {
            case Noise.None ignored -> Interval.EXACT;
            case Noise.Sum sum when sum.isConstant() -> Interval.EXACT;
            case Noise.Sum sum -> around(value, halfWidth(sum.value()));
            case Noise.Ratio ratio -> fieller(ratio, value);
            case Noise.Extreme extreme -> around(value, box(extreme.cells()));
            case Noise.Told told -> told(extras.get(told.low()), extras.get(told.high()));
            case Noise.Unknown unknown -> new Interval.Unknown(unknown.reason());
        };
    }

    /// Without ends where none were told; without end where noise dominates.
    private static Interval told(@Nullable Double low, @Nullable Double high) {
        if (low == null || high == null || low.isNaN() || high.isNaN()) {
            return new Interval.Unknown(Reason.SHAPE);
        }
        return low.isInfinite() || high.isInfinite()
                ? new Interval.Unknown(Reason.NOISE_DOMINATES)
                : new Interval.Between(low, high);
    }

    private static Interval around(double value, double halfWidth) {
        return Double.isFinite(value) && Double.isFinite(halfWidth)
                ? new Interval.Between(value - halfWidth, value + halfWidth)
                : new Interval.Unknown(Reason.NULL);
    }

    private double halfWidth(Linear sum) {
        return switch (selection) {
            case NONE ->
                isOneCount(sum) ? quantiles.discrete(sigma(only(sum))) : quantiles.quantile(1) * deviation(sum);
            case GROUPS -> quantiles.quantile(candidates()) * deviation(sum);
            case CELLS -> quantiles.quantile(candidates()) * worst(sum);
        };
    }

    /// Every cell at its furthest at once: valid however the cells were chosen.
    private double worst(Linear sum) {
        double worst = 0;
        for (var part : sum.parts().entrySet()) {
            var atom = part.getKey();
            double cells = atom.kind() == Atom.Kind.SUM ? extra(atom, atom) : 1;
            worst += Math.abs(part.getValue()) * cells * sigma(atom);
        }
        return worst;
    }

    private double box(Atom cells) {
        double among = selection == Selection.NONE ? extra(cells, cells) : candidates();
        return quantiles.quantile(among) * sigma(cells);
    }

    /// All declared cells: at least as many as there were groups to choose from.
    private double candidates() {
        return schema.cells();
    }

    private Interval fieller(Noise.Ratio ratio, double value) {
        if (selection == Selection.CELLS) {
            return new Interval.Unknown(Reason.SELECTED);
        }
        double z = quantiles.quantile(selection == Selection.GROUPS ? candidates() : 1);
        double n = extras.getOrDefault(ratio.numerator().sql(), Double.NaN);
        double d = extras.getOrDefault(ratio.denominator().sql(), Double.NaN);
        var numerator = ratio.numerator().value();
        var denominator = ratio.denominator().value();
        double a = d * d - z * z * covariance(denominator, denominator);
        double b = -2 * (n * d - z * z * covariance(numerator, denominator));
        double c = n * n - z * z * covariance(numerator, numerator);
        double discriminant = b * b - 4 * a * c;
        if (!(a > 0) || !(discriminant >= 0)) {
            return new Interval.Unknown(Reason.NOISE_DOMINATES);
        }
        double root = Math.sqrt(discriminant);
        var interval = new Interval.Between((-b - root) / (2 * a), (-b + root) / (2 * a));
        return Double.isFinite(value) ? interval : new Interval.Unknown(Reason.NULL);
    }

    private double deviation(Linear sum) {
        return Math.sqrt(covariance(sum, sum));
    }

    private double covariance(Linear left, Linear right) {
        double covariance = 0;
        for (var a : left.parts().entrySet()) {
            for (var b : right.parts().entrySet()) {
                covariance += a.getValue() * b.getValue() * covariance(a.getKey(), b.getKey());
            }
        }
        return covariance;
    }

    /// Noise of different columns, and of different cells, is independent.
    private double covariance(Atom first, Atom second) {
        if (!first.column().equals(second.column())) {
            return 0;
        }
        double shared = first.kind() == Atom.Kind.CELL ? 1 : extra(first, second);
        return variance(first) * shared / perMean(first) / perMean(second);
    }

    private double perMean(Atom atom) {
        return atom.kind() == Atom.Kind.MEAN ? extra(atom, atom) : 1;
    }

    private double extra(Atom first, Atom second) {
        return extras.getOrDefault(Extras.count(first, second), Double.NaN);
    }

    private boolean isOneCount(Linear sum) {
        return sum.parts().size() == 1
                && only(sum).kind() == Atom.Kind.CELL
                && sum.parts().containsValue(1.0)
                && column(only(sum)).role() == Role.COUNT;
    }

    private static Atom only(Linear sum) {
        return sum.parts().keySet().iterator().next();
    }

    private double sigma(Atom atom) {
        return column(atom).sigma();
    }

    private double variance(Atom atom) {
        return column(atom).noiseVariance().map(Rational::toDouble).orElse(0.0);
    }

    private Column column(Atom atom) {
        return schema.column(atom.column()).orElseThrow();
    }
}
