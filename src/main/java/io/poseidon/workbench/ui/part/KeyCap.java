package io.poseidon.workbench.ui.part;

import javafx.scene.control.Label;

/// A key as it stands on the keyboard, 18 high.
public final class KeyCap extends Label {

    public KeyCap(String key) {
        super(key);
        getStyleClass().add("key-cap");
        setMinWidth(USE_PREF_SIZE);
    }
}
