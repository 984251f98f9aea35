package io.poseidon.workbench.ui.chart.pen;

import java.util.List;
import javafx.scene.paint.Color;

/// How a line is drawn; `dash` empty for a solid one.
public record Stroke(Color color, double width, List<Double> dash) {

    public Stroke {
        dash = List.copyOf(dash);
    }

    public static Stroke solid(Color color, double width) {
        return new Stroke(color, width, List.of());
    }

    public static Stroke hairline(Color color) {
        return solid(color, 1);
    }

    public Stroke dashed(Double... dashes) {
        return new Stroke(color, width, List.of(dashes));
    }
}
