package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.types.pojo.ArrowType;

/// Points in time, or with no zone readings of a clock, in `perSecond` parts of a second since 1970.
public record Timestamps(Validity validity, MemorySegment memory, long perSecond, boolean zoned) implements Cells {

    private static final long NANOS = 1_000_000_000;

    static Timestamps of(TimeStampVector vector) {
        var type = (ArrowType.Timestamp) vector.getField().getType();
        long perSecond = switch (type.getUnit()) {
            case SECOND -> 1;
            case MILLISECOND -> 1_000;
            case MICROSECOND -> 1_000_000;
            case NANOSECOND -> NANOS;
        };
        return new Timestamps(
                Validity.of(vector), Memory.of(vector.getDataBuffer()), perSecond, type.getTimezone() != null);
    }

    public long ticks(int row) {
        return memory.getAtIndex(Memory.LONG, row);
    }

    public Instant instant(int row) {
        long value = ticks(row);
        return Instant.ofEpochSecond(
                Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * (NANOS / perSecond));
    }

    @Override
    public ColumnType type() {
        return ColumnType.TIMESTAMP;
    }

    @Override
    public Object value(int row) {
        var instant = instant(row);
        return zoned ? instant : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
