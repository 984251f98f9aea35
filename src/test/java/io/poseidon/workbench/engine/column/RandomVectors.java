package io.poseidon.workbench.engine.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BaseLargeVariableWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/// Random vectors, and their values by Arrow's own readers.
final class RandomVectors {

    /// A type with a name for the test report.
    record Kind(String name, ArrowType type) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Kind> KINDS = IntStream.range(0, types().size())
            .mapToObj(i -> new Kind(types().get(i).toString(), types().get(i)))
            .toList();

    private static final int ROWS = 150;
    private static final String[] LETTERS = {"a", "Z", "é", "한", "글", "🌊", "\0", "\""};

    private RandomVectors() {}

    private static List<ArrowType> types() {
        return List.of(
                new ArrowType.Int(8, true),
                new ArrowType.Int(16, true),
                new ArrowType.Int(32, true),
                new ArrowType.Int(64, true),
                new ArrowType.Int(8, false),
                new ArrowType.Int(16, false),
                new ArrowType.Int(32, false),
                new ArrowType.Int(64, false),
                new ArrowType.FloatingPoint(FloatingPointPrecision.HALF),
                new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE),
                new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE),
                ArrowType.Bool.INSTANCE,
                new ArrowType.Date(DateUnit.DAY),
                new ArrowType.Decimal(38, 0, 128),
                new ArrowType.Decimal(38, 10, 128),
                new ArrowType.Decimal(9, 2, 128),
                new ArrowType.Timestamp(TimeUnit.SECOND, null),
                new ArrowType.Timestamp(TimeUnit.MILLISECOND, null),
                new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC"),
                new ArrowType.Timestamp(TimeUnit.NANOSECOND, null),
                ArrowType.Utf8.INSTANCE,
                ArrowType.LargeUtf8.INSTANCE);
    }

    /// Up to some rows; none, few or many are NULL.
    static FieldVector of(Kind kind, Random random, BufferAllocator allocator) {
        var vector = new Field("v", FieldType.nullable(kind.type()), null).createVector(allocator);
        int rows = random.nextInt(ROWS);
        int nulls = random.nextInt(3) * 40;
        vector.setInitialCapacity(rows);
        vector.allocateNew();
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(100) < nulls) {
                vector.setNull(row);
            } else {
                set(vector, row, random);
            }
        }
        vector.setValueCount(rows);
        return vector;
    }

    static List<String> texts(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> text(random)).toList();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /// The value as the types of a result have it.
    static Object read(FieldVector vector, int row) {
        return switch (vector) {
            case VarCharVector texts -> text(texts.get(row));
            case LargeVarCharVector texts -> text(texts.get(row));
            case UInt8Vector integers -> narrowed(integers.getObjectNoOverflow(row));
            case BaseIntVector integers -> integers.getValueAsLong(row);
            case FloatingPointVector doubles -> doubles.getValueAsDouble(row);
            case BitVector booleans -> booleans.get(row) != 0;
            case DateDayVector dates -> LocalDate.ofEpochDay(dates.get(row));
            case DecimalVector decimals ->
                decimals.getScale() == 0
                        ? narrowed(decimals.getObject(row).toBigIntegerExact())
                        : decimals.getObject(row);
            case TimeStampVector times -> time(times, row);
            default -> throw new IllegalArgumentException(vector.getField().toString());
        };
    }

    private static Object narrowed(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
    }

    private static Object time(TimeStampVector vector, int row) {
        var type = (ArrowType.Timestamp) vector.getField().getType();
        long ticks = vector.get(row);
        var instant = switch (type.getUnit()) {
            case SECOND -> Instant.ofEpochSecond(ticks);
            case MILLISECOND -> Instant.ofEpochMilli(ticks);
            case MICROSECOND -> Instant.EPOCH.plus(ticks, java.time.temporal.ChronoUnit.MICROS);
            case NANOSECOND -> Instant.EPOCH.plusNanos(ticks);
        };
        return type.getTimezone() != null ? instant : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void set(FieldVector vector, int row, Random random) {
        switch (vector) {
            case VarCharVector texts -> texts.setSafe(row, utf8(text(random)));
            case LargeVarCharVector texts -> texts.setSafe(row, utf8(text(random)));
            case DecimalVector decimals -> decimals.setSafe(row, decimal(decimals, random));
            case BaseIntVector integers -> integers.setWithPossibleTruncate(row, whole(random));
            case BitVector bits -> bits.set(row, random.nextInt(2));
            case DateDayVector dates -> dates.set(row, random.nextInt());
            case TimeStampVector times -> times.set(row, random.nextLong() / 1_000_000);
            case Float2Vector halves -> halves.setSafeWithPossibleTruncate(row, (float) real(random));
            case FloatingPointVector doubles -> doubles.setWithPossibleTruncate(row, real(random));
            case BaseFixedWidthVector other -> throw new IllegalArgumentException(String.valueOf(other));
            case BaseVariableWidthVector other -> throw new IllegalArgumentException(String.valueOf(other));
            case BaseLargeVariableWidthVector other -> throw new IllegalArgumentException(String.valueOf(other));
            default -> throw new IllegalArgumentException(String.valueOf(vector));
        }
    }

    private static BigDecimal decimal(DecimalVector vector, Random random) {
        int bits = random.nextInt(vector.getPrecision() > 18 ? 126 : 29);
        var unscaled = new BigInteger(bits, random);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), vector.getScale());
    }

    private static long whole(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(100) - 50;
            case 2 -> Long.MIN_VALUE;
            default -> -1;
        };
    }

    private static double real(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> -0.0;
            default -> random.nextGaussian() * 1_000;
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
