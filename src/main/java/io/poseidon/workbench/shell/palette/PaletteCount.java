package io.poseidon.workbench.shell.palette;

import io.poseidon.workbench.ui.Words;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Label;

/// "4 of 61".
final class PaletteCount extends Label {

    private final IntegerProperty found = new SimpleIntegerProperty();
    private final IntegerProperty all = new SimpleIntegerProperty();

    PaletteCount(Words words) {
        getStyleClass().addAll("t12", "muted");
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(words.text("count", found, all));
    }

    void show(int foundNow, int allNow) {
        found.set(foundNow);
        all.set(allNow);
    }
}
