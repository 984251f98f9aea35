/// Ready plots: lines with bands or bars, bars, dots with intervals, histograms, small multiples; and their axes. All
/// are immutable values; none knows a control.
@NullMarked
package io.poseidon.workbench.ui.chart.plot;

import org.jspecify.annotations.NullMarked;
