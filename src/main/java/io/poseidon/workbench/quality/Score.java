package io.poseidon.workbench.quality;

import java.util.Optional;

/// One dimension from 0 (worst) to 1, with what it was computed by and from. Without an interval the score is a count
/// of what is in the file and knows no error; with one, the noise in the cells may move it within the interval (95 %).
public record Score(Dimension dimension, double value, Optional<Interval> interval, Sentence evidence) {

    public record Interval(double low, double high) {
        public Interval {
            low = Math.clamp(low, 0, 1);
            high = Math.clamp(high, 0, 1);
        }
    }

    static Score exact(Dimension dimension, double value, Sentence evidence) {
        return new Score(dimension, Math.clamp(value, 0, 1), Optional.empty(), evidence);
    }

    static Score within(Dimension dimension, double value, Interval interval, Sentence evidence) {
        return new Score(dimension, Math.clamp(value, 0, 1), Optional.of(interval), evidence);
    }

    public Sentence formula() {
        return Sentence.of("formula." + dimension.id());
    }
}
