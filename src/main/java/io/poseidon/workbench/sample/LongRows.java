package io.poseidon.workbench.sample;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Growing columns of whole numbers, filled row by row on one thread and then laid behind one another.
final class LongRows {

    private long[][] columns;
    private int rows;

    LongRows(int columns) {
        this.columns = new long[columns][1024];
    }

    void add(long... row) {
        if (rows == columns[0].length) {
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], rows * 2);
            }
        }
        for (int c = 0; c < row.length; c++) {
            columns[c][rows] = row[c];
        }
        rows++;
    }

    int rows() {
        return rows;
    }

    long[] column(int column) {
        return Arrays.copyOf(columns[column], rows);
    }

    /// Several behind one another; they have the same columns.
    static LongRows joined(int columns, List<LongRows> parts) {
        var all = new LongRows(columns);
        int total = parts.stream().mapToInt(LongRows::rows).sum();
        all.columns = new long[columns][Math.max(1, total)];
        for (var part : parts) {
            for (int c = 0; c < columns; c++) {
                System.arraycopy(part.columns[c], 0, all.columns[c], all.rows, part.rows);
            }
            all.rows += part.rows;
        }
        return all;
    }

    /// One column as texts, made when they are asked for.
    static List<@Nullable String> texts(long[] codes, LongFunction<@Nullable String> text) {
        return new AbstractList<>() {
            @Override
            public @Nullable String get(int row) {
                return text.apply(codes[row]);
            }

            @Override
            public int size() {
                return codes.length;
            }
        };
    }
}
