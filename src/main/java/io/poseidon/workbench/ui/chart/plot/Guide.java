package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;

/// A line across a plot with a word: a limit, an event, "now".
public record Guide(double at, String words, Token color, boolean upright) {

    /// At a value of the upward axis.
    public static Guide level(double at, String words, Token color) {
        return new Guide(at, words, color, false);
    }

    /// At a value of the axis across.
    public static Guide upright(double at, String words, Token color) {
        return new Guide(at, words, color, true);
    }
}
