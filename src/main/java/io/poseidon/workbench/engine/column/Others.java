package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import org.apache.arrow.vector.FieldVector;

/// Lists, structures, intervals and the like, as text only.
public record Others(Validity validity, FieldVector vector) implements Cells {

    static Others of(FieldVector vector) {
        return new Others(Validity.asked(vector), vector);
    }

    @Override
    public ColumnType type() {
        return ColumnType.OTHER;
    }

    @Override
    public Object value(int row) {
        return String.valueOf(vector.getObject(row));
    }
}
