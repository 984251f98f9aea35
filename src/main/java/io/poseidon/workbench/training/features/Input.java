package io.poseidon.workbench.training.features;

import java.util.List;

/// One raw column as the network sees it.
public sealed interface Input {

    String column();

    /// How many network inputs the column becomes.
    int width();

    /// (value − mean) / deviation; a missing value, and every value of a constant column, becomes 0.
    record Numeric(String column, double mean, double deviation) implements Input {
        @Override
        public int width() {
            return 1;
        }

        float standardised(double value) {
            return Double.isNaN(value) || deviation == 0 ? 0 : (float) ((value - mean) / deviation);
        }
    }

    /// One input a category, 1 where the row has it; a missing or unknown category is all zeros.
    record Categorical(String column, List<String> vocabulary) implements Input {
        public Categorical {
            vocabulary = List.copyOf(vocabulary);
        }

        @Override
        public int width() {
            return vocabulary.size();
        }
    }
}
