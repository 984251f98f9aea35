package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.column.Booleans;
import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.engine.column.Dates;
import io.poseidon.workbench.engine.column.Decimals;
import io.poseidon.workbench.engine.column.Dictionary;
import io.poseidon.workbench.engine.column.Doubles;
import io.poseidon.workbench.engine.column.Integers;
import io.poseidon.workbench.engine.column.Others;
import io.poseidon.workbench.engine.column.Texts;
import io.poseidon.workbench.engine.column.Timestamps;
import io.poseidon.workbench.engine.column.WideIntegers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBWritableVector;

/// Writes a stretch of an Arrow column into one of DuckDB's vectors: in one copy where both lay values out alike, value
/// by value where not. Any thread.
final class ColumnWriter {

    private static final long MICROS = 1_000_000;

    private final Map<Dictionary, NativeTexts> dictionaries = new ConcurrentHashMap<>();
    private final boolean copying;

    private ColumnWriter(boolean copying) {
        this.copying = copying;
    }

    /// Texts stay where they are and DuckDB gets pointers: for memory that outlasts the session.
    static ColumnWriter pointing() {
        return new ColumnWriter(false);
    }

    /// Texts are copied, but those of dictionaries, which last as long as this: for batches that come and go.
    static ColumnWriter copying() {
        return new ColumnWriter(true);
    }

    /// `from` is a multiple of 8.
    void write(Cells cells, int from, int rows, DuckDBWritableVector vector) {
        if (cells instanceof Others others) {
            write(others, from, rows, vector);
        } else if (copying && cells instanceof Texts.Spelled texts && NativeTexts.isLong(texts, from, rows)) {
            vector.setStringUtf8Batch(0, copied(texts, from, rows));
        } else {
            var to = NativeVector.of(vector);
            to.mark(cells.validity(), from, rows);
            write(cells, from, rows, to);
        }
    }

    private void write(Cells cells, int from, int rows, NativeVector to) {
        switch (cells) {
            case Integers c -> integers(c, from, rows, to);
            case WideIntegers c -> wideIntegers(c, from, rows, to);
            case Decimals c -> decimals(c, from, rows, to);
            case Doubles c -> doubles(c, from, rows, to);
            case Booleans c -> booleans(c, from, rows, to);
            case Dates c -> to.copy(c.memory(), from, rows, Integer.BYTES);
            case Timestamps c -> timestamps(c, from, rows, to);
            case Texts.Spelled c -> NativeTexts.spelled(c, from, rows, to);
            case Texts.Coded c ->
                dictionaries.computeIfAbsent(c.dictionary(), NativeTexts::of).coded(c.codes(), from, rows, to);
            case Others ignored -> throw new IllegalArgumentException("has no layout of its own");
        }
    }

    private static void integers(Integers cells, int from, int rows, NativeVector to) {
        if (cells.width() == Integers.Width.LONG) {
            to.copy(cells.memory(), from, rows, Long.BYTES);
            return;
        }
        for (int row = 0; row < rows; row++) {
            to.setLong(row, cells.at(from + row));
        }
    }

    private static void wideIntegers(WideIntegers cells, int from, int rows, NativeVector to) {
        if (cells.wide()) {
            to.copy(cells.memory(), from, rows, 2 * Long.BYTES);
            return;
        }
        for (int row = 0; row < rows; row++) {
            to.setWide(row, cells.lower(from + row), cells.upper(from + row));
        }
    }

    /// DuckDB takes the narrowest of four widths that holds the precision.
    private static void decimals(Decimals cells, int from, int rows, NativeVector to) {
        if (cells.precision() > 18) {
            to.copy(cells.memory(), from, rows, 2 * Long.BYTES);
            return;
        }
        for (int row = 0; row < rows; row++) {
            long value = cells.lower(from + row);
            if (cells.precision() > 9) {
                to.setLong(row, value);
            } else if (cells.precision() > 4) {
                to.setInt(row, (int) value);
            } else {
                to.setShort(row, (short) value);
            }
        }
    }

    private static void doubles(Doubles cells, int from, int rows, NativeVector to) {
        if (cells.bytes() == Double.BYTES) {
            to.copy(cells.memory(), from, rows, Double.BYTES);
            return;
        }
        for (int row = 0; row < rows; row++) {
            to.setDouble(row, cells.at(from + row));
        }
    }

    private static void booleans(Booleans cells, int from, int rows, NativeVector to) {
        for (int row = 0; row < rows; row++) {
            to.setByte(row, (byte) (cells.at(from + row) ? 1 : 0));
        }
    }

    private static void timestamps(Timestamps cells, int from, int rows, NativeVector to) {
        if (cells.perSecond() == MICROS) {
            to.copy(cells.memory(), from, rows, Long.BYTES);
            return;
        }
        for (int row = 0; row < rows; row++) {
            // what lies where a row is NULL may be no time at all
            to.setLong(row, cells.isNull(from + row) ? 0 : micros(cells.ticks(from + row), cells.perSecond()));
        }
    }

    private static long micros(long ticks, long perSecond) {
        return perSecond > MICROS
                ? Math.floorDiv(ticks, perSecond / MICROS)
                : Math.multiplyExact(ticks, MICROS / perSecond);
    }

    /// Nothing where a row is NULL.
    private static byte[][] copied(Texts.Spelled cells, int from, int rows) {
        var copied = new byte[rows][];
        for (int row = 0; row < rows; row++) {
            if (!cells.isNull(from + row)) {
                copied[row] = cells.bytes(from + row);
            }
        }
        return copied;
    }

    private static void write(Others cells, int from, int rows, DuckDBWritableVector to) {
        for (int row = 0; row < rows; row++) {
            if (!cells.isNull(from + row)) {
                to.setString(row, cells.text(from + row));
            }
        }
    }
}
