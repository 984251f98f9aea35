package io.poseidon.workbench.ui.chart.pen;

/// A place on a sheet, in pixels from its top left corner.
public record Point(double x, double y) {}
