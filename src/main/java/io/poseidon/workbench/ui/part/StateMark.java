package io.poseidon.workbench.ui.part;

import io.poseidon.workbench.ui.Icons;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// How a step, check or run stands. The mark is half of it: a word stands beside it always.
public enum StateMark {
    DONE(Feather.CHECK, "ok"),
    RUNNING(Feather.LOADER, "accent"),
    WAITING(Feather.CIRCLE, "muted"),
    WARNING(Feather.ALERT_TRIANGLE, "warn"),
    REFUSED(Feather.SLASH, "warn"),
    FAILED(Feather.X, "bad"),
    SKIPPED(Feather.MINUS, "muted");

    private final Feather icon;
    private final String tone;

    StateMark(Feather icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    public Feather icon() {
        return icon;
    }

    /// The style class of the word beside the mark.
    public String tone() {
        return tone;
    }

    public Node node(int size) {
        return Icons.of(icon, size, tone);
    }
}
