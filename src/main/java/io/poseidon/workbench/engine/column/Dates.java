package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;
import java.time.LocalDate;

/// Days since 1970-01-01.
public record Dates(Validity validity, MemorySegment memory) implements Cells {

    public int epochDay(int row) {
        return memory.getAtIndex(Memory.INT, row);
    }

    @Override
    public ColumnType type() {
        return ColumnType.DATE;
    }

    @Override
    public Object value(int row) {
        return LocalDate.ofEpochDay(epochDay(row));
    }
}
