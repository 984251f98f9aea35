package io.poseidon.workbench.ui.chart;

/// A value that can be read off a plot: where it stands on the sheet, and in words, `40–49: 20.9 ± 0.2`.
public record Reading(double x, double y, String words) {}
