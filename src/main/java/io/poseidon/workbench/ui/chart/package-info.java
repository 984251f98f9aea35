/// Charts drawn by ourselves: the same pixels everywhere, the theme's colours, uncertainty as a band or bars.
///
/// A [io.poseidon.workbench.ui.chart.Plot] draws itself with a [io.poseidon.workbench.ui.chart.pen.Pen] and says what
/// can be read off it; [io.poseidon.workbench.ui.chart.Chart] puts title, unit, menu and footer around it, repaints on
/// a change of theme, size or zoom, moves a crosshair with the arrow keys, and saves PNG and SVG with the same strokes.
///
/// ```java
/// var chart = new Chart(surroundings, words.text("chart.title"), words.text("chart.unit"), words.text("chart.foot"));
/// chart.show(LinePlot.of(Axis.categories(ages), Axis.fromZero(1600), List.of(Line.of("Seoul", 0, samples))));
/// ```
///
/// Ready plots are in `ui.chart.plot`; for anything else implement `Plot` yourself: it is one method and a list.
@NullMarked
package io.poseidon.workbench.ui.chart;

import org.jspecify.annotations.NullMarked;
