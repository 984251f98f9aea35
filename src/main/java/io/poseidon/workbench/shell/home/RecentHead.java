package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The head of the list, and how wide its columns are.
final class RecentHead extends HBox {

    static final double VERSION = 72;
    static final double STATE = 112;
    static final double UNTIL = 108;
    static final double SIZE = 72;
    static final double OPENED = 152;

    RecentHead(Words words) {
        getStyleClass().add("recent-head");
        var name = Labels.bound(words.text("column.purchase"), "t11", "strong", "muted");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        name,
                        head(words, "column.version", VERSION, false),
                        head(words, "column.state", STATE, false),
                        head(words, "column.until", UNTIL, true),
                        head(words, "column.size", SIZE, true),
                        head(words, "column.opened", OPENED, true));
    }

    private static Label head(Words words, String key, double width, boolean right) {
        return sized(Labels.bound(words.text(key), "t11", "strong", "muted"), width, right);
    }

    static Label sized(Label label, double width, boolean right) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.getStyleClass().add(right ? "cell-right" : "cell-left");
        return label;
    }
}
