package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.spec.Measure;
import java.math.BigInteger;
import java.math.RoundingMode;

/// One measure as SQL on exact decimals. Values are read to two places finer than a step; a number beyond the decimal's
/// range stands as the largest one, far outside every bound.
record MeasureSql(Measure measure, int index) {

    private static final int FINER = 2;
    private static final int NARROW = 18;
    private static final int WIDE = 38;

    boolean countsRows() {
        return measure.column().isEmpty();
    }

    String raw() {
        return "m" + index;
    }

    String value() {
        return "v" + index;
    }

    /// A contributor's total in a cell.
    String total() {
        return "s" + index;
    }

    /// A decimal, NULL where the text is no number.
    String parse() {
        var largest = "1e" + (digits() - scale() - 2) + "::DOUBLE";
        var real = "TRY_CAST(" + raw() + " AS DOUBLE)";
        var clamped = "least(greatest(" + real + ", -" + largest + "), " + largest + ")";
        return "coalesce(TRY_CAST(" + raw() + " AS " + type() + "), CASE WHEN isfinite(" + real + ") THEN CAST("
                + clamped + " AS " + type() + ") END)";
    }

    String sum() {
        return countsRows() ? "count(*)" : "sum(" + value() + ")";
    }

    /// Whether the bounds change a contributor's total.
    String isClamped() {
        return total() + " NOT BETWEEN " + decimal(measure.bounds().min()) + " AND "
                + decimal(measure.bounds().max());
    }

    /// A contributor's total, clamped and rounded half to even, in steps.
    String steps() {
        var clamped =
                "least(greatest(" + total() + ", " + decimal(measure.bounds().min()) + "), "
                        + decimal(measure.bounds().max()) + ")";
        if (countsRows()) {
            return clamped;
        }
        var above = "CAST((" + clamped + " - " + decimal(measure.bounds().min()) + ") * " + unit() + " AS "
                + (isNarrow() ? "BIGINT" : "HUGEINT") + ")";
        return rounded(above, unitsPerStep());
    }

    /// Half to even of units above the lower bound: the quotient, one more where the rest is over half, or is half and
    /// the step below is odd.
    private String rounded(String above, BigInteger unitsPerStep) {
        var quotient = "(" + above + " // " + unitsPerStep + ")";
        var twice = "(2 * (" + above + " % " + unitsPerStep + "))";
        var odd = "abs(" + quotient + " + " + measure.least() + ") % 2 = 1";
        return quotient + " + " + measure.least() + " + CASE WHEN " + twice + " > " + unitsPerStep + " OR (" + twice
                + " = " + unitsPerStep + " AND " + odd + ") THEN 1 ELSE 0 END";
    }

    private String decimal(Rational bound) {
        if (countsRows()) {
            return bound.toString();
        }
        return "CAST('" + bound.toDecimal(scale(), RoundingMode.UNNECESSARY).toPlainString() + "' AS DECIMAL(38, "
                + scale() + "))";
    }

    private String type() {
        return "DECIMAL(" + digits() + ", " + scale() + ")";
    }

    private int digits() {
        return isNarrow() ? NARROW : WIDE;
    }

    private boolean isNarrow() {
        var largest = measure.bounds().max().max(measure.bounds().min().negate());
        return largest.compareTo(new Rational(BigInteger.TEN.pow(NARROW - scale() - 4), BigInteger.ONE)) < 0;
    }

    private int scale() {
        return measure.decimals() + FINER;
    }

    private String unit() {
        return BigInteger.TEN.pow(scale()).toString();
    }

    private BigInteger unitsPerStep() {
        return measure.step()
                .times(new Rational(BigInteger.TEN.pow(scale()), BigInteger.ONE))
                .numerator();
    }
}
