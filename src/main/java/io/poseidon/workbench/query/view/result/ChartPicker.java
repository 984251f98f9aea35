package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.query.view.result.ChartShape.Kind;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Segmented;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// Chooses the kind of chart and the columns it draws, offering what the types of the columns allow.
final class ChartPicker extends VBox {

    private static final int NO_LINES = -1;

    private final Words words;
    private final ResultChart charts;
    private final List<String> names;
    private final ReadOnlyObjectWrapper<ChartShape> shape;

    ChartPicker(Words words, ResultChart charts, ChartShape first, List<String> names) {
        super(8);
        this.words = words;
        this.charts = charts;
        this.names = names;
        this.shape = new ReadOnlyObjectWrapper<>(this, "shape", first);
        getStyleClass().add("chart-picker");
        build();
    }

    ReadOnlyObjectProperty<ChartShape> chosenProperty() {
        return shape.getReadOnlyProperty();
    }

    private void build() {
        var now = shape.get();
        var kinds = charts.kinds(now);
        var kind = new Segmented<>(kinds, now.kind(), one -> words.text("chart." + one));
        kind.valueProperty()
                .addListener((property, before, chosen) -> become(shape.get().kind(chosen)));
        getChildren().setAll(kind, columns(now));
    }

    private Facts columns(ChartShape now) {
        var choices = charts.choices();
        var columns = Facts.listed(72)
                .add(
                        words.text("chart.value"),
                        combo(
                                "chart.value",
                                choices.values(),
                                now.value(),
                                column -> become(shape.get().value(column))));
        if (now.kind() != Kind.HISTOGRAM) {
            columns.add(
                    words.text("chart.across"),
                    combo(
                            "chart.across",
                            choices.groups(),
                            now.across(),
                            column -> become(shape.get().across(column))));
        }
        if (now.kind() == Kind.LINE && choices.groups().size() > 1) {
            columns.add(
                    words.text("chart.lines"),
                    combo(
                            "chart.lines",
                            choices.groups(),
                            now.lines().orElse(NO_LINES),
                            column -> become(shape.get().lines(column))));
        }
        return columns;
    }

    private ComboBox<String> combo(String key, List<Integer> columns, int chosen, Consumer<Integer> choose) {
        var combo = new ComboBox<String>();
        columns.forEach(column -> combo.getItems().add(names.get(column)));
        combo.getSelectionModel().select(columns.indexOf(chosen));
        combo.accessibleTextProperty().bind(words.text(key));
        combo.getStyleClass().add("small");
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> choose.accept(columns.get(now.intValue())));
        return combo;
    }

    private void become(ChartShape next) {
        if (!next.equals(shape.get())) {
            shape.set(next);
            build();
        }
    }
}
