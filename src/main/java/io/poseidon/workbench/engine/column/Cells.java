package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;

/// The values of one column of a batch, read from the memory they lie in: whoever goes over many rows takes the cells
/// of each column once and reads numbers from them without boxing.
///
/// None of the readers but [#isNull] looks at the validity: what they give for a NULL means nothing. Valid as long as
/// the batch. Any thread.
public sealed interface Cells
        permits Texts, Integers, WideIntegers, Decimals, Doubles, Booleans, Dates, Timestamps, Others {

    ColumnType type();

    Validity validity();

    default boolean isNull(int row) {
        return validity().isNull(row);
    }

    /// The value, boxed; see [io.poseidon.workbench.engine.batch.Rows] for its class.
    Object value(int row);

    /// The value of a column of whole numbers, exactly.
    default long integer(int row) {
        throw new IllegalArgumentException("no integers in a column of type " + type());
    }

    /// The nearest double, and NaN for what is no number.
    default double number(int row) {
        return Double.NaN;
    }

    /// The value as text: numbers in root-locale form, dates and times in ISO 8601.
    default String text(int row) {
        return value(row).toString();
    }

    static Cells of(FieldVector vector) {
        return switch (vector) {
            case VarCharVector texts -> Texts.Spelled.of(texts, false);
            case LargeVarCharVector texts -> Texts.Spelled.of(texts, true);
            case UInt8Vector integers -> WideIntegers.of(integers);
            case BaseIntVector ignored -> Integers.of(vector);
            case FloatingPointVector ignored -> Doubles.of(vector);
            case BitVector booleans -> new Booleans(Validity.of(booleans), Memory.of(booleans.getDataBuffer()));
            case DateDayVector dates -> new Dates(Validity.of(dates), Memory.of(dates.getDataBuffer()));
            case DecimalVector decimals -> decimals.getScale() == 0 ? WideIntegers.of(decimals) : Decimals.of(decimals);
            case TimeStampVector timestamps -> Timestamps.of(timestamps);
            default -> Others.of(vector);
        };
    }
}
