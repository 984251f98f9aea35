package io.poseidon.workbench.engine.batch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Typed values by column and row, both counted from 0.
///
/// A value is a [String], [Long] (or [BigInteger] beyond it), [BigDecimal], [Double], [Boolean], [LocalDate],
/// [LocalDateTime] or, with a time zone, [Instant].
public interface Rows {

    List<TableColumn> columns();

    long count();

    /// The value, or empty where it is NULL.
    Optional<Object> value(int column, long row);

    default OptionalInt column(String name) {
        return IntStream.range(0, columns().size())
                .filter(i -> columns().get(i).name().equals(name))
                .findFirst();
    }

    default boolean isNull(int column, long row) {
        return value(column, row).isEmpty();
    }

    /// The value as text: numbers in plain root-locale form, dates and times in ISO 8601. NULL is the empty text.
    default String text(int column, long row) {
        return value(column, row).map(String::valueOf).orElse("");
    }

    /// The value of an integer column, exactly.
    default long integer(int column, long row) {
        return switch (present(column, row)) {
            case Long value -> value;
            case BigInteger value -> value.longValueExact();
            case BigDecimal value -> value.longValueExact();
            default -> throw new IllegalArgumentException("column " + column + " holds no integers");
        };
    }

    /// The value of a numeric column as the nearest double.
    default double number(int column, long row) {
        return present(column, row) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private Object present(int column, long row) {
        return value(column, row).orElseThrow(() -> new IllegalArgumentException("NULL in column " + column));
    }
}
