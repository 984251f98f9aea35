package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Turns the engine's byte offsets (UTF-8) into places in the text.
public final class TextPlaces {

    private final String sql;
    private final int[] lineStarts;
    private final int[] indexOfByte;

    public TextPlaces(String sql) {
        this.sql = sql;
        this.lineStarts = lineStarts(sql);
        this.indexOfByte = indexOfByte(sql);
    }

    /// A stretch given in UTF-8 bytes; what lies outside the text is cut off.
    public Place ofBytes(long offset, long length) {
        int start = index(offset);
        return ofCharacters(start, Math.max(0, index(offset + length) - start));
    }

    /// A stretch given in UTF-16 units.
    public Place ofCharacters(int start, int length) {
        int found = Arrays.binarySearch(lineStarts, start);
        int line = found >= 0 ? found : -found - 2;
        return new Place(start, length, line + 1, start - lineStarts[line] + 1);
    }

    /// A stretch given by line and column, both from 1, and length in UTF-16 units.
    public Place ofLine(int line, int column, int length) {
        int start = lineStarts[Math.clamp(line, 1, lineStarts.length) - 1] + Math.max(column, 1) - 1;
        return ofCharacters(Math.min(start, sql.length()), length);
    }

    private int index(long offset) {
        return indexOfByte[(int) Math.clamp(offset, 0L, indexOfByte.length - 1L)];
    }

    private static int[] lineStarts(String sql) {
        var starts = new int[(int) sql.chars().filter(c -> c == '\n').count() + 1];
        int line = 1;
        for (int at = sql.indexOf('\n'); at >= 0; at = sql.indexOf('\n', at + 1)) {
            starts[line++] = at + 1;
        }
        return starts;
    }

    /// Inside a character's bytes the index of that character; at the end the length of the text.
    private static int[] indexOfByte(String sql) {
        var indexes = new int[sql.getBytes(StandardCharsets.UTF_8).length + 1];
        int at = 0;
        int next = 0;
        while (at < sql.length()) {
            int point = sql.codePointAt(at);
            int end = Math.min(next + width(point), indexes.length - 1);
            Arrays.fill(indexes, next, end, at);
            next = end;
            at += Character.charCount(point);
        }
        Arrays.fill(indexes, next, indexes.length, sql.length());
        return indexes;
    }

    /// A lone surrogate is written as one question mark.
    private static int width(int point) {
        if (point < 0x80 || Character.getType(point) == Character.SURROGATE) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }
}
