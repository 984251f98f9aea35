package io.poseidon.workbench.policy.span;

import java.util.Arrays;

/// Up to eight sets of cells, held as one byte for each cell, so that sums over all eight cost one look-up a cell.
final class Block {

    static final int ROWS = 8;
    private static final int PATTERNS = 1 << ROWS;

    private final byte[] patterns;
    private int[] held = new int[16];
    private byte[] patternsOfHeld = {};
    private int count;
    private boolean full;

    Block(int cells) {
        patterns = new byte[cells];
    }

    void add(int row, int[] cells) {
        for (int cell : cells) {
            if (patterns[cell] == 0) {
                hold(cell);
            }
            patterns[cell] |= (byte) (1 << row);
        }
        if (row == ROWS - 1) {
            arrange();
        }
    }

    private void hold(int cell) {
        if (count == held.length) {
            held = Arrays.copyOf(held, 2 * count);
        }
        held[count++] = cell;
    }

    /// In the order of the cells and side by side: most of the work on a long history goes through these.
    private void arrange() {
        held = Arrays.copyOf(held, count);
        Arrays.sort(held);
        patternsOfHeld = new byte[count];
        for (int i = 0; i < count; i++) {
            patternsOfHeld[i] = patterns[held[i]];
        }
        full = true;
    }

    /// Forgets all but the first rows.
    void truncate(int rows) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int cell = held[i];
            patterns[cell] &= (byte) ((1 << rows) - 1);
            if (patterns[cell] != 0) {
                held[kept++] = cell;
            }
        }
        count = kept;
        full = false;
    }

    /// For each of the eight sets the sum of the weights of the given cells that it holds. The sums are below 2^7 times
    /// `prime`, as the weights are below it.
    void sums(long[] weights, int[] cells, long prime, long[] sums) {
        var buckets = new long[PATTERNS];
        for (int cell : cells) {
            int pattern = patterns[cell] & (PATTERNS - 1);
            long sum = buckets[pattern] + weights[cell];
            buckets[pattern] = sum >= prime ? sum - prime : sum;
        }
        for (int row = ROWS - 1; row >= 0; row--) {
            int half = 1 << row;
            long sum = 0;
            for (int pattern = 0; pattern < half; pattern++) {
                sum += buckets[pattern + half];
                buckets[pattern] += buckets[pattern + half];
            }
            sums[row] = sum;
        }
    }

    /// For each of the 256 patterns the sum of the values of its sets. A value is below 2^50, so a sum is below 2^53.
    static long[] table(long[] values) {
        var table = new long[PATTERNS];
        for (int pattern = 1; pattern < PATTERNS; pattern++) {
            table[pattern] = table[pattern & (pattern - 1)] + values[Integer.numberOfTrailingZeros(pattern)];
        }
        return table;
    }

    /// Adds to each cell the sum of its pattern.
    void spread(long[] table, long[] into) {
        for (int i = 0; i < count; i++) {
            int pattern = full ? patternsOfHeld[i] : patterns[held[i]];
            into[held[i]] += table[pattern & (PATTERNS - 1)];
        }
    }
}
