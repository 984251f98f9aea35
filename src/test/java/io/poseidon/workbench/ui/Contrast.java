package io.poseidon.workbench.ui;

import javafx.scene.paint.Color;

/// Contrast as WCAG 2.2 measures it, from 1 to 21.
public final class Contrast {

    /// 1.4.3: words.
    public static final double TEXT = 4.5;

    /// 1.4.3 for large words, 1.4.11 for icons, edges of controls, the focus ring and what a chart draws.
    public static final double MARKS = 3;

    private Contrast() {}

    /// (L1 + 0.05) / (L2 + 0.05) of the relative luminances; `front` may be half transparent.
    public static double ratio(Color front, Color ground) {
        double a = luminance(over(front, ground));
        double b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// What is seen where `front` lies on an opaque ground.
    public static Color over(Color front, Color ground) {
        return ground.interpolate(Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity());
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
