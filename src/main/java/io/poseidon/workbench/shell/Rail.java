package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.workspace.Workspace;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Region B: the workspaces, icon over word, the shown one marked; settings at the bottom.
final class Rail extends VBox {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    Rail(Words words, Places places, Runnable settings) {
        getStyleClass().add("rail");
        for (var place : places.all()) {
            getChildren().add(item(place, places));
        }
        var spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        var gear = new Button();
        gear.setGraphic(Icons.of(Feather.SETTINGS, 20));
        gear.setOnAction(event -> settings.run());
        gear.accessibleTextProperty().bind(words.text("settings"));
        gear.setTooltip(Buttons.tooltip(words.text("settings")));
        gear.getStyleClass().addAll("rail-item", "rail-settings");
        getChildren().addAll(spring, gear);
    }

    private static Button item(Workspace place, Places places) {
        var item = new Button();
        item.textProperty().bind(place.title());
        item.setGraphic(Icons.of(place.icon(), 20));
        item.setContentDisplay(ContentDisplay.TOP);
        item.setAlignment(Pos.CENTER);
        item.getStyleClass().add("rail-item");
        item.setOnAction(event -> places.goTo(place.id()));
        places.currentProperty().subscribe(now -> item.pseudoClassStateChanged(SHOWN, now == place));
        return item;
    }
}
