/// The screen of `explore`: cells with their intervals, filters, column profiles, charts.
@NullMarked
package io.poseidon.workbench.explore.view;

import org.jspecify.annotations.NullMarked;
