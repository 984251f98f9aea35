package io.poseidon.workbench.engine.batch;

import io.poseidon.workbench.model.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
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
import org.apache.arrow.vector.types.pojo.ArrowType;

/// The values of one Arrow vector, whatever its width: the one place where physical types become our few logical ones.
/// None of the readers looks at the validity: ask `vector.isNull` first.
public sealed interface Cells {

    ColumnType type();

    Object value(int row);

    record Texts(IntFunction<byte[]> bytes) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }

        @Override
        public Object value(int row) {
            return new String(bytes.apply(row), StandardCharsets.UTF_8);
        }
    }

    record Integers(IntToLongFunction at) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.INTEGER;
        }

        @Override
        public Object value(int row) {
            return at.applyAsLong(row);
        }
    }

    /// Whole numbers that a long may not hold.
    record WideIntegers(IntFunction<BigInteger> at) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.INTEGER;
        }

        @Override
        public Object value(int row) {
            var value = at.apply(row);
            return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
        }
    }

    record Decimals(IntFunction<BigDecimal> at, int precision, int scale) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.DECIMAL;
        }

        @Override
        public Object value(int row) {
            return at.apply(row);
        }
    }

    record Doubles(IntToDoubleFunction at) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.DOUBLE;
        }

        @Override
        public Object value(int row) {
            return at.applyAsDouble(row);
        }
    }

    record Booleans(IntFunction<Boolean> at) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.BOOLEAN;
        }

        @Override
        public Object value(int row) {
            return at.apply(row);
        }
    }

    record Dates(IntToLongFunction epochDay) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.DATE;
        }

        @Override
        public Object value(int row) {
            return LocalDate.ofEpochDay(epochDay.applyAsLong(row));
        }
    }

    record Timestamps(IntToLongFunction ticks, long perSecond, boolean zoned) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.TIMESTAMP;
        }

        @Override
        public Object value(int row) {
            var instant = instant(row);
            return zoned ? instant : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }

        public Instant instant(int row) {
            long value = ticks.applyAsLong(row);
            long nanos = Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond);
            return Instant.ofEpochSecond(Math.floorDiv(value, perSecond), nanos);
        }
    }

    /// Lists, structures, intervals and the like, as text only.
    record Others(IntFunction<Object> at) implements Cells {
        @Override
        public ColumnType type() {
            return ColumnType.OTHER;
        }

        @Override
        public Object value(int row) {
            return String.valueOf(at.apply(row));
        }
    }

    static Cells of(FieldVector vector) {
        return switch (vector) {
            case VarCharVector texts -> new Texts(texts::get);
            case LargeVarCharVector texts -> new Texts(texts::get);
            case UInt8Vector integers -> new WideIntegers(integers::getObjectNoOverflow);
            case BaseIntVector integers -> new Integers(integers::getValueAsLong);
            case FloatingPointVector doubles -> new Doubles(doubles::getValueAsDouble);
            case BitVector booleans -> new Booleans(row -> booleans.get(row) != 0);
            case DateDayVector dates -> new Dates(dates::get);
            case DecimalVector decimals -> decimals(decimals);
            case TimeStampVector timestamps -> timestamps(timestamps);
            default -> new Others(vector::getObject);
        };
    }

    private static Cells decimals(DecimalVector vector) {
        return vector.getScale() == 0
                ? new WideIntegers(row -> vector.getObject(row).toBigInteger())
                : new Decimals(vector::getObject, vector.getPrecision(), vector.getScale());
    }

    private static Cells timestamps(TimeStampVector vector) {
        var type = (ArrowType.Timestamp) vector.getField().getType();
        long perSecond = switch (type.getUnit()) {
            case SECOND -> 1;
            case MILLISECOND -> 1_000;
            case MICROSECOND -> 1_000_000;
            case NANOSECOND -> 1_000_000_000;
        };
        return new Timestamps(vector::get, perSecond, type.getTimezone() != null);
    }
}
