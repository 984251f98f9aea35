package io.poseidon.workbench.ui.chart;

import javafx.beans.value.ObservableValue;

/// The words around a plot.
record ChartTexts(ObservableValue<String> title, ObservableValue<String> unit, ObservableValue<String> foot) {}
