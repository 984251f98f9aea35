package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.chart.MiniBars;
import io.poseidon.workbench.ui.part.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The head of a column: name; with a unit 44 high; with a histogram 76 high (16 name, 28 plot, 16 range).
final class GridHeader extends VBox {

    private final HBox names = new HBox(4);
    private final boolean text;

    GridHeader(GridColumn column, Theme theme) {
        text = column.isText();
        getStyleClass().add("grid-header");
        setAlignment(text ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        names.setAlignment(getAlignment());
        var name = Labels.fixed(column.name(), "t11", "strong", "header-name");
        name.setMinWidth(USE_PREF_SIZE);
        names.getChildren().add(name);
        column.caution().ifPresent(sentence -> {
            names.getChildren().addFirst(Icons.of(Feather.ALERT_TRIANGLE, 12, "warn"));
            Tooltip.install(names, new Tooltip(sentence));
        });
        getChildren().add(names);
        column.bins().ifPresent(bins -> {
            var bars = new MiniBars(theme, bins);
            bars.setPrefHeight(28);
            bars.setMinHeight(28);
            getChildren().add(bars);
        });
        column.unit()
                .or(() -> column.bins().map(bins -> "")) // names and plots stand in one line
                .ifPresent(unit -> getChildren().add(unit(unit)));
    }

    static double height(GridModel model) {
        if (model.columns().stream().anyMatch(column -> column.bins().isPresent())) {
            return 76;
        }
        return model.columns().stream().anyMatch(column -> column.unit().isPresent()) ? 44 : 28;
    }

    void sorted(boolean ascending) {
        unsorted();
        names.getChildren().add(Icons.of(ascending ? Feather.ARROW_UP : Feather.ARROW_DOWN, 12, "accent"));
    }

    boolean isSortedAscending() {
        return names.getChildren().stream()
                .anyMatch(node -> node instanceof FontIcon icon && icon.getIconCode() == Feather.ARROW_UP);
    }

    void unsorted() {
        names.getChildren()
                .removeIf(node -> node instanceof FontIcon icon && icon.getIconCode() != Feather.ALERT_TRIANGLE);
    }

    private Label unit(String unit) {
        var label = Labels.caption(unit);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(text ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        return label;
    }
}
