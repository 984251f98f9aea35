package io.poseidon.workbench.ui.part;

import io.poseidon.workbench.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;

/// A word about a thing, 16 high, no border: a version, a state.
public final class Tag extends Label {

    public Tag(ObservableValue<String> text, Tone tone) {
        textProperty().bind(text);
        dress(tone);
    }

    public Tag(String text, Tone tone) {
        super(text);
        dress(tone);
    }

    /// An icon of 12 before the word.
    public Tag icon(Ikon icon) {
        setGraphic(Icons.of(icon, 12));
        return this;
    }

    private void dress(Tone tone) {
        getStyleClass().addAll("tag", tone.css());
        setMinWidth(USE_PREF_SIZE);
    }
}
