package io.poseidon.workbench.training.features;

import io.poseidon.workbench.training.features.Input.Categorical;
import io.poseidon.workbench.training.features.Input.Numeric;
import java.util.HashMap;
import java.util.List;

/// How raw columns become network inputs, in this order; agreed once a run and part of the model.
public record Encoding(List<Input> inputs) {

    public Encoding {
        inputs = List.copyOf(inputs);
    }

    public int width() {
        return inputs.stream().mapToInt(Input::width).sum();
    }

    public List<Numeric> numeric() {
        return inputs.stream()
                .filter(Numeric.class::isInstance)
                .map(Numeric.class::cast)
                .toList();
    }

    public List<Categorical> categorical() {
        return inputs.stream()
                .filter(Categorical.class::isInstance)
                .map(Categorical.class::cast)
                .toList();
    }

    /// The inputs of the rows given, row by row, [#width] numbers each.
    public float[] encode(Rows data, int[] rows) {
        int width = width();
        var encoded = new float[Math.multiplyExact(width, rows.length)];
        int from = 0;
        for (var input : inputs) {
            switch (input) {
                case Numeric numeric -> fill(encoded, from, numeric, data.numbers(numeric.column()), rows);
                case Categorical categorical ->
                    mark(encoded, from, categorical, data.texts(categorical.column()), rows);
            }
            from += input.width();
        }
        return encoded;
    }

    private void fill(float[] encoded, int from, Numeric input, double[] values, int[] rows) {
        int width = width();
        for (int i = 0; i < rows.length; i++) {
            encoded[i * width + from] = input.standardised(values[rows[i]]);
        }
    }

    private void mark(float[] encoded, int from, Categorical input, String[] values, int[] rows) {
        int width = width();
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < input.vocabulary().size(); i++) {
            places.put(input.vocabulary().get(i), i);
        }
        for (int i = 0; i < rows.length; i++) {
            var place = places.get(values[rows[i]]);
            if (place != null) {
                encoded[i * width + from + place] = 1;
            }
        }
    }
}
