package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.engine.batch.TableBatches;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/// Builds a table from columns held in Java; all columns have the same length and a `null` element is NULL. One
/// thread; [#build] may be called once.
public final class TableBuilder {

    /// Rows per record batch.
    static final int BATCH = 1 << 16;

    private interface Source {
        FieldVector slice(BufferAllocator allocator, String name, int from, int to);
    }

    private final Engine engine;
    private final String table;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private int rows = -1;

    TableBuilder(Engine engine, String table) {
        this.engine = engine;
        this.table = table;
    }

    public TableBuilder texts(String name, List<? extends @Nullable String> values) {
        return add(name, values.size(), filling(VarCharVector::new, values, (vector, row, value) -> {
            vector.setSafe(row, value.getBytes(StandardCharsets.UTF_8));
        }));
    }

    public TableBuilder integers(String name, long... values) {
        return add(name, values.length, (allocator, column, from, to) -> {
            var vector = new BigIntVector(column, allocator);
            vector.allocateNew(to - from);
            for (int i = from; i < to; i++) {
                vector.set(i - from, values[i]);
            }
            return vector;
        });
    }

    public TableBuilder integers(String name, List<? extends @Nullable Long> values) {
        return add(name, values.size(), filling(BigIntVector::new, values, BigIntVector::setSafe));
    }

    /// Whole numbers of up to 38 digits.
    public TableBuilder wideIntegers(String name, List<? extends @Nullable BigInteger> values) {
        return add(
                name,
                values.size(),
                filling(
                        (column, allocator) -> new DecimalVector(column, allocator, 38, 0),
                        values,
                        (vector, row, value) -> vector.setSafe(row, new BigDecimal(value))));
    }

    /// Exact decimals of `scale` places.
    public TableBuilder decimals(String name, int scale, List<? extends @Nullable BigDecimal> values) {
        return add(
                name,
                values.size(),
                filling(
                        (column, allocator) -> new DecimalVector(column, allocator, 38, scale),
                        values,
                        (vector, row, value) -> vector.setSafe(row, value.setScale(scale))));
    }

    public TableBuilder doubles(String name, double... values) {
        return add(name, values.length, (allocator, column, from, to) -> {
            var vector = new Float8Vector(column, allocator);
            vector.allocateNew(to - from);
            for (int i = from; i < to; i++) {
                vector.set(i - from, values[i]);
            }
            return vector;
        });
    }

    public TableBuilder doubles(String name, List<? extends @Nullable Double> values) {
        return add(name, values.size(), filling(Float8Vector::new, values, Float8Vector::setSafe));
    }

    public TableBuilder booleans(String name, List<? extends @Nullable Boolean> values) {
        return add(
                name,
                values.size(),
                filling(BitVector::new, values, (vector, row, value) -> vector.setSafe(row, value ? 1 : 0)));
    }

    /// The table, for the caller to close.
    public ArrowTable build() {
        if (sources.isEmpty()) {
            throw new IllegalStateException("a table has at least one column");
        }
        var allocator = engine.allocator(table);
        var batches = new ArrayList<Batch>();
        for (int from = 0; from == 0 || from < rows; from += BATCH) {
            batches.add(new Batch(root(allocator, from, Math.min(rows, from + BATCH)), Map.of()));
        }
        var first = batches.getFirst();
        return new ArrowTable(table, allocator, new TableBatches(first.root().getSchema(), first.cells(), batches));
    }

    private VectorSchemaRoot root(BufferAllocator allocator, int from, int to) {
        var vectors = new ArrayList<FieldVector>();
        sources.forEach((name, source) -> {
            var vector = source.slice(allocator, name, from, to);
            vector.setValueCount(to - from);
            vectors.add(vector);
        });
        return new VectorSchemaRoot(vectors);
    }

    private TableBuilder add(String name, int length, Source source) {
        if (rows >= 0 && rows != length) {
            throw new IllegalArgumentException("column " + name + " has " + length + " rows, not " + rows);
        }
        if (sources.put(name, source) != null) {
            throw new IllegalArgumentException("column " + name + " stands twice");
        }
        rows = length;
        return this;
    }

    private interface Setter<V, T> {
        void set(V vector, int row, T value);
    }

    private interface Maker<V> {
        V make(String name, BufferAllocator allocator);
    }

    private static <V extends FieldVector, T> Source filling(
            Maker<V> maker, List<? extends @Nullable T> values, Setter<V, T> setter) {
        return (allocator, name, from, to) -> {
            var vector = maker.make(name, allocator);
            vector.allocateNew();
            for (int i = from; i < to; i++) {
                var value = values.get(i);
                if (value == null) {
                    vector.setNull(i - from);
                } else {
                    setter.set(vector, i - from, value);
                }
            }
            return vector;
        };
    }
}
