package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;

/// Truth values, one bit each.
public record Booleans(Validity validity, MemorySegment memory) implements Cells {

    public boolean at(int row) {
        return Memory.bit(memory, row);
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public Object value(int row) {
        return at(row);
    }
}
