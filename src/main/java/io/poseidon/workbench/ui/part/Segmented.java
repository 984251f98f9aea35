package io.poseidon.workbench.ui.part;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// One of a few, side by side, 24 high; always exactly one is chosen.
public final class Segmented<T> extends HBox {

    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();

    public Segmented(List<T> choices, T first, Function<T, ObservableValue<String>> text) {
        value = new SimpleObjectProperty<>(this, "value", first);
        getStyleClass().add("segmented");
        setMaxWidth(USE_PREF_SIZE);
        choices.forEach(choice -> add(choice, text.apply(choice)));
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().getLast().getStyleClass().add("last");
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                value.set(choices.get(group.getToggles().indexOf(now))); // arrow keys choose as well
            }
        });
        value.subscribe(this::select);
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T value() {
        return value.get();
    }

    private void add(T choice, ObservableValue<String> text) {
        var button = new ToggleButton();
        button.textProperty().bind(text);
        button.setUserData(choice);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
    }

    private void select(T now) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(now))
                .forEach(group::selectToggle);
    }
}
