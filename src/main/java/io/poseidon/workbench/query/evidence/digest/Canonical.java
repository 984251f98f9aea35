package io.poseidon.workbench.query.evidence.digest;

import io.poseidon.workbench.model.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// One spelling for each value of a result, whatever file it was read from, so that a digest can be computed again from
/// CSV, JSON, Arrow or Parquet.
///
/// Whole numbers have no point, decimals no trailing zeros. A double has twelve significant digits, since a sum of
/// doubles depends in its last ones on the order of addition. Dates and times are ISO 8601 with seconds. A row is its
/// values one after the other as netstrings (`5:Seoul,`, the length in bytes of UTF-8), NULL as `-,`.
final class Canonical {

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    /// More digits than any value has; a file may claim a number whose digits no memory holds.
    private static final int MOST_DIGITS = 400;

    private Canonical() {}

    static byte[] row(List<Optional<String>> values) {
        var out = new StringBuilder();
        for (var value : values) {
            if (value.isEmpty()) {
                out.append("-,");
            } else {
                int length = value.get().getBytes(StandardCharsets.UTF_8).length;
                out.append(length).append(':').append(value.get()).append(',');
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Of a value as our files write it; a text that is no such value stays as it is, and will differ.
    static String value(ColumnType type, String text) {
        try {
            return switch (type) {
                case INTEGER, DECIMAL -> exact(text);
                case DOUBLE -> real(text);
                case DATE -> LocalDate.parse(text).toString();
                case TIMESTAMP -> time(text);
                case TEXT, BOOLEAN, OTHER -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return text;
        }
    }

    private static String exact(String text) {
        var number = new BigDecimal(text);
        boolean fits = Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS;
        return fits ? plain(number) : text;
    }

    private static String real(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? plain(new BigDecimal(value).round(DIGITS)) : String.valueOf(value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String time(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text).toString()
                : LocalDateTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
