/// What plots draw with: one face for a canvas and for an SVG file.
@NullMarked
package io.poseidon.workbench.ui.chart.pen;

import org.jspecify.annotations.NullMarked;
