package io.poseidon.workbench.query.interval;

/// The four operations on expressions whose noise is known.
final class Arithmetic {

    private Arithmetic() {}

    static Noise combine(String operator, Noise left, Noise right) {
        if (left instanceof Noise.None && right instanceof Noise.None) {
            return Noise.NONE;
        }
        return switch (operator) {
            case "+" -> add(left, right, 1);
            case "-" -> add(left, right, -1);
            case "*" -> times(left, right);
            case "/" -> over(left, right);
            default -> bothConstant(left, right) ? Noise.NONE : Noise.FUNCTION;
        };
    }

    static Noise negate(Noise noise) {
        return switch (noise) {
            case Noise.None none -> none;
            case Noise.Sum sum -> scaled(sum, -1);
            case Noise.Ratio ratio -> new Noise.Ratio(scaled(ratio.numerator(), -1), ratio.denominator());
            case Noise.Extreme ignored -> Noise.FUNCTION;
            case Noise.Told ignored -> Noise.FUNCTION;
            case Noise.Unknown unknown -> unknown;
        };
    }

    private static Noise add(Noise left, Noise right, int sign) {
        if (left instanceof Noise.Sum a && right instanceof Noise.Sum b) {
            return new Noise.Sum(
                    a.value().plus(b.value().times(sign)), "(" + a.sql() + (sign > 0 ? " + " : " - ") + b.sql() + ")");
        }
        if (left instanceof Noise.Ratio ratio && right instanceof Noise.Sum sum && sum.isConstant()) {
            return shifted(ratio, sign * sum.value().constant());
        }
        if (right instanceof Noise.Ratio ratio && left instanceof Noise.Sum sum && sum.isConstant()) {
            return shifted(
                    new Noise.Ratio(scaled(ratio.numerator(), sign), ratio.denominator()),
                    sum.value().constant());
        }
        return unknown(left, right);
    }

    /// N/D + c = (N + cD)/D.
    private static Noise shifted(Noise.Ratio ratio, double by) {
        var shift = scaled(ratio.denominator(), by);
        var numerator = ratio.numerator();
        return new Noise.Ratio(
                new Noise.Sum(numerator.value().plus(shift.value()), "(" + numerator.sql() + " + " + shift.sql() + ")"),
                ratio.denominator());
    }

    private static Noise times(Noise left, Noise right) {
        if (left instanceof Noise.Sum a && a.isConstant()) {
            return scaledAny(right, a.value().constant(), left);
        }
        if (right instanceof Noise.Sum b && b.isConstant()) {
            return scaledAny(left, b.value().constant(), right);
        }
        return unknown(left, right);
    }

    private static Noise over(Noise left, Noise right) {
        if (right instanceof Noise.Sum b && b.isConstant()) {
            double divisor = b.value().constant();
            return divisor == 0 ? Noise.FUNCTION : scaledAny(left, 1 / divisor, right);
        }
        if (left instanceof Noise.Sum a && right instanceof Noise.Sum b) {
            return new Noise.Ratio(a, b);
        }
        return unknown(left, right);
    }

    private static Noise scaledAny(Noise noise, double factor, Noise other) {
        return switch (noise) {
            case Noise.None none -> none;
            case Noise.Sum sum -> scaled(sum, factor);
            case Noise.Ratio ratio -> new Noise.Ratio(scaled(ratio.numerator(), factor), ratio.denominator());
            case Noise.Extreme extreme -> unknown(extreme, other);
            case Noise.Told told -> unknown(told, other);
            case Noise.Unknown unknown -> unknown;
        };
    }

    private static Noise.Sum scaled(Noise.Sum sum, double factor) {
        return new Noise.Sum(sum.value().times(factor), "(" + sum.sql() + " * CAST('" + factor + "' AS DOUBLE))");
    }

    private static boolean bothConstant(Noise left, Noise right) {
        return left instanceof Noise.Sum a && a.isConstant() && right instanceof Noise.Sum b && b.isConstant();
    }

    private static Noise unknown(Noise left, Noise right) {
        if (left instanceof Noise.Unknown) {
            return left;
        }
        return right instanceof Noise.Unknown ? right : Noise.FUNCTION;
    }
}
