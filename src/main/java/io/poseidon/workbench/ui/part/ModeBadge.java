package io.poseidon.workbench.ui.part;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Mode;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// LIVE green, SIMULATION amber, DEMO violet, each with icon and word, 20 high.
public final class ModeBadge extends Label {

    private final Words words;

    public ModeBadge(Words words, ObservableValue<Mode> mode) {
        this.words = words.in(Words.class);
        getStyleClass().add("mode-badge");
        setMinWidth(USE_PREF_SIZE);
        getProperties().put(Mode.class, mode); // a binding nobody holds would be forgotten
        mode.subscribe(this::show);
    }

    /// "SIMULATED", for beside a thing rather than a screen.
    public static Label simulated(Words words) {
        var badge = new Tag(words.in(Words.class).text("mode.simulated"), Tone.WARNING);
        badge.getStyleClass().add("strong");
        return badge;
    }

    private void show(Mode mode) {
        getStyleClass().removeAll("ok", "warn", "priv");
        switch (mode) {
            case LIVE -> show("mode.live", Feather.CHECK, "ok");
            case SIMULATION -> show("mode.simulation", Feather.SLIDERS, "warn");
            case DEMO -> show("mode.demo", Feather.MONITOR, "priv");
        }
    }

    private void show(String key, Feather icon, String tone) {
        textProperty().bind(words.text(key));
        setGraphic(Icons.of(icon, 12));
        getStyleClass().add(tone);
    }
}
