package io.poseidon.workbench.training.features;

import java.util.Map;

/// A shard's raw rows, column by column: numbers (NaN where missing) and texts (empty where missing). Stays at the
/// shard; no row of it is ever sent.
public final class Rows {

    private final int size;
    private final Map<String, double[]> numbers;
    private final Map<String, String[]> texts;

    public Rows(int size, Map<String, double[]> numbers, Map<String, String[]> texts) {
        this.size = size;
        this.numbers = Map.copyOf(numbers);
        this.texts = Map.copyOf(texts);
        numbers.values().forEach(column -> requireSize(column.length));
        texts.values().forEach(column -> requireSize(column.length));
    }

    public int size() {
        return size;
    }

    public double[] numbers(String column) {
        return present(numbers, column);
    }

    public String[] texts(String column) {
        return present(texts, column);
    }

    private static <T> T present(Map<String, T> columns, String column) {
        var values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException("no such column was read: " + column);
        }
        return values;
    }

    private void requireSize(int length) {
        if (length != size) {
            throw new IllegalArgumentException("a column of " + length + " values in " + size + " rows");
        }
    }
}
