package io.poseidon.workbench.ui.chart;

import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.Tokens;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Pen;
import javafx.scene.paint.Color;

/// What a plot is drawn on: a pen, the colours and formats of the moment, and how large it may be.
public record Sheet(Pen pen, Tokens tokens, Formats formats, double width, double height) {

    public Color color(Token token) {
        return tokens.color(token);
    }

    /// 11 px, muted: axis words.
    public Lettering axisWords() {
        return Lettering.small(color(Token.MUTED));
    }

    /// A part of it, with its own origin.
    public Sheet part(double x, double y, double partWidth, double partHeight) {
        return new Sheet(pen.moved(x, y), tokens, formats, partWidth, partHeight);
    }
}
