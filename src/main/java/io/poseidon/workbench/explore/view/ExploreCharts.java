package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.CellTable;
import io.poseidon.workbench.explore.Totals;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Chart;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.plot.BarPlot;
import io.poseidon.workbench.ui.chart.plot.DotPlot;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Totals of the main measure by dimension, with 95 % intervals; a drag across the bars filters everything by them.
final class ExploreCharts extends HBox {

    private static final int MOST_BARS = 12;
    private static final int CHARTS = 3;
    private static final double HEIGHT = 290;

    private final Surroundings surroundings;
    private final Words words;
    private final ExploreModel model;
    private final CellTable table;

    ExploreCharts(Surroundings surroundings, Words words, ExploreModel model, CellTable table) {
        this.surroundings = surroundings;
        this.words = words;
        this.model = model;
        this.table = table;
        getStyleClass().add("explore-charts");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        table.schema().dimensions().stream()
                .sorted(Comparator.comparingInt(column -> column.domain().size()))
                .limit(CHARTS)
                .forEach(this::add);
    }

    private void add(Column dimension) {
        var measure = table.schema().measures().getLast();
        var totals = Totals.by(
                table, model.filtersProperty().get().without(dimension.name()), dimension.name(), measure.name());
        double largest = totals.totals().stream()
                .mapToDouble(total -> Math.abs(total.sum()) + total.half())
                .max()
                .orElse(0);
        var amounts = Amounts.of(measure, largest, Formats.in(words.language()));
        int cells = totals.totals().stream().mapToInt(Totals.Total::cells).sum();
        var facts = model.queries().map(open -> open.provenance().facts()).orElse(Map.of());
        var chart = new Chart(
                surroundings,
                words.text("by", measure.name(), dimension.name()),
                new ReadOnlyStringWrapper(amounts.unit()),
                words.text(
                        "chart.foot",
                        words.formats().map(formats -> formats.whole(cells)),
                        facts.getOrDefault("poseidon.dataset_id", "") + " "
                                + facts.getOrDefault("poseidon.version", "")));
        chart.show(plot(dimension, totals, amounts.divisor()));
        chart.onBrush((first, last) -> brush(dimension, first, last));
        chart.onSave((form, file) -> table.pass().leaves(Exit.CHART, form, Sha256.ofFile(file), -1));
        chart.getStyleClass().add("explore-chart");
        HBox.setHgrow(chart, Priority.ALWAYS);
        chart.setPrefWidth(240);
        getChildren().add(chart);
    }

    private Plot plot(Column dimension, Totals totals, double divisor) {
        var kept = model.filtersProperty().get().kept().get(dimension.name());
        if (dimension.domain().size() > MOST_BARS) {
            return DotPlot.of(totals.totals().stream()
                    .map(total -> new DotPlot.Dot(
                            total.value(),
                            total.sum() / divisor,
                            (total.sum() - total.half()) / divisor,
                            (total.sum() + total.half()) / divisor,
                            kept == null || kept.contains(total.value())))
                    .toList());
        }
        return BarPlot.of(totals.totals().stream()
                .map(total -> new BarPlot.Bar(
                        total.value(),
                        total.sum() / divisor,
                        total.half() / divisor,
                        kept == null || kept.contains(total.value())))
                .toList());
    }

    private void brush(Column dimension, int first, int last) {
        var domain = dimension.domain();
        int from = Math.clamp(Math.min(first, last), 0, domain.size() - 1);
        int to = Math.clamp(Math.max(first, last), 0, domain.size() - 1);
        model.filter(model.filtersProperty()
                .get()
                .with(table.schema(), dimension.name(), new HashSet<>(domain.subList(from, to + 1))));
    }
}
