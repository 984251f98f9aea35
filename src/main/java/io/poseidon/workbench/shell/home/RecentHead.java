package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The head of the list, and how wide its columns are.
final class RecentHead extends HBox {

    private static final double WIDE = 640;
    private static final double WIDEST = 720;

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
                        classed(head(words, "column.until", UNTIL, true), "wide"),
                        classed(head(words, "column.size", SIZE, true), "widest"),
                        head(words, "column.opened", OPENED, true));
    }

    /// Columns that a list of that width has no room for are left out.
    static void fit(HBox row, double width) {
        row.getChildren().forEach(cell -> {
            boolean shown = !cell.getStyleClass().contains("wide") || width >= WIDE;
            boolean roomy = !cell.getStyleClass().contains("widest") || width >= WIDEST;
            cell.setVisible(shown && roomy);
            cell.setManaged(shown && roomy);
        });
    }

    private static Label head(Words words, String key, double width, boolean right) {
        return sized(Labels.bound(words.text(key), "t11", "strong", "muted"), width, right);
    }

    static Label classed(Label label, String room) {
        label.getStyleClass().add(room);
        return label;
    }

    static Label sized(Label label, double width, boolean right) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.getStyleClass().add(right ? "cell-right" : "cell-left");
        return label;
    }
}
