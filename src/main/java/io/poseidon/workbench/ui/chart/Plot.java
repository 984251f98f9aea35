package io.poseidon.workbench.ui.chart;

import java.util.List;

/// A drawing of values. Immutable: show another plot when the values change.
public interface Plot {

    void draw(Sheet sheet);

    /// What the crosshair stops at, from left to right; empty where there is nothing to read.
    List<Reading> readings(Sheet sheet);
}
