package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.ui.Icons;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;

/// Tabs of 32 with the accent over the chosen one. Contents are made when they are first shown. What stands at the
/// right of the tab line is given as `extras`.
public final class Tabs extends StackPane {

    private final TabPane pane = new TabPane();

    public Tabs() {
        pane.getStyleClass().add("tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.setTabMinWidth(24);
        pane.accessibleTextProperty()
                .bind(pane.getSelectionModel()
                        .selectedItemProperty()
                        .flatMap(Tab::textProperty)
                        .orElse(""));
        getChildren().add(pane);
    }

    public Tabs add(ObservableValue<String> title, Supplier<? extends Node> content) {
        var tab = new Tab();
        tab.textProperty().bind(title);
        tab.setOnSelectionChanged(event -> {
            if (tab.isSelected() && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
        pane.getTabs().add(tab);
        if (tab.isSelected() && tab.getContent() == null) {
            tab.setContent(content.get());
        }
        return this;
    }

    public Tabs add(Ikon icon, ObservableValue<String> title, Supplier<? extends Node> content) {
        add(title, content);
        pane.getTabs().getLast().setGraphic(Icons.of(icon, 14));
        return this;
    }

    /// At the right of the tab line.
    public Tabs extras(Node... nodes) {
        var row = new HBox(8, nodes);
        row.getStyleClass().addAll("row", "tab-extras");
        row.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(row, javafx.geometry.Pos.TOP_RIGHT);
        getChildren().add(row);
        return this;
    }

    /// For closing, adding and choosing tabs.
    public TabPane pane() {
        return pane;
    }
}
