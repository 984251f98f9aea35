package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.column.Dictionary;
import io.poseidon.workbench.engine.column.Integers;
import io.poseidon.workbench.engine.column.Memory;
import io.poseidon.workbench.engine.column.Texts;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Texts as DuckDB holds them, sixteen bytes each (`duckdb_string_t` of its C interface): the length in four bytes,
/// then up to twelve bytes of text, or the first four and the address of all of it. What is longer than twelve bytes
/// stays where it is, so it must not move or go before DuckDB is done with it.
///
/// The texts of a dictionary are put into such a form once, in memory that lasts as long as this. Any thread.
final class NativeTexts {

    private static final int INLINED = 12;

    private final MemorySegment texts;

    private NativeTexts(MemorySegment texts) {
        this.texts = texts;
    }

    static NativeTexts of(Dictionary dictionary) {
        long size = 0;
        for (int code = 0; code < dictionary.size(); code++) {
            size += dictionary.bytes(code).length;
        }
        var arena = Arena.ofAuto();
        var memory = arena.allocate(Math.max(size, 1));
        var texts = arena.allocate(Math.max(16L * dictionary.size(), 1), Long.BYTES);
        var into = new NativeVector(texts, MemorySegment.NULL);
        long start = 0;
        for (int code = 0; code < dictionary.size(); code++) {
            var bytes = dictionary.bytes(code);
            MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, start, bytes.length);
            put(memory, start, bytes.length, code, into);
            start += bytes.length;
        }
        return new NativeTexts(texts);
    }

    /// The column's texts, by their numbers here.
    void coded(Integers codes, int from, int rows, NativeVector to) {
        for (int row = 0; row < rows; row++) {
            // what lies where a row is NULL may be no number of a text
            if (!codes.isNull(from + row)) {
                long text = 16 * codes.at(from + row);
                to.setWide(row, texts.get(Memory.LONG, text), texts.get(Memory.LONG, text + 8));
            }
        }
    }

    /// Whether any of the texts is longer than what DuckDB holds in place.
    static boolean isLong(Texts.Spelled cells, int from, int rows) {
        for (int row = from; row < from + rows; row++) {
            if (cells.length(row) > INLINED) {
                return true;
            }
        }
        return false;
    }

    static void spelled(Texts.Spelled cells, int from, int rows, NativeVector to) {
        long start = cells.start(from);
        for (int row = 0; row < rows; row++) {
            long end = cells.start(from + row + 1);
            put(cells.memory(), start, (int) (end - start), row, to);
            start = end;
        }
    }

    private static void put(MemorySegment memory, long start, int length, int row, NativeVector to) {
        long head = bytes(memory, start, Math.min(length, 4)) << Integer.SIZE | length;
        long tail = length > INLINED ? memory.address() + start : length > 4 ? bytes(memory, start + 4, length - 4) : 0;
        to.setWide(row, head, tail);
    }

    /// Up to eight bytes, the first one lowest.
    private static long bytes(MemorySegment memory, long start, int count) {
        if (start + Long.BYTES <= memory.byteSize()) {
            long word = memory.get(Memory.LONG, start);
            return count == Long.BYTES ? word : word & (1L << Byte.SIZE * count) - 1;
        }
        long word = 0;
        for (int i = count - 1; i >= 0; i--) {
            word = word << Byte.SIZE | memory.get(ValueLayout.JAVA_BYTE, start + i) & 0xFF;
        }
        return word;
    }
}
