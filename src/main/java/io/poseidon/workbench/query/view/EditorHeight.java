package io.poseidon.workbench.query.view;

import javafx.beans.property.StringProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// Makes the editor as high as its text, within limits, until a person moves the divider.
final class EditorHeight {

    private static final double LINE = 21;
    private static final double SIDES = 12;
    private static final int FEWEST = 6;
    private static final int MOST = 14;
    private static final double SHARE = 0.5;

    private final SplitPane split;
    private final StringProperty text;
    private boolean moved;

    EditorHeight(SplitPane split, StringProperty text) {
        this.split = split;
        this.text = text;
    }

    void follow() {
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            if (event.getTarget() instanceof StackPane divider
                    && divider.getStyleClass().contains("split-pane-divider")) {
                moved = true;
            }
        });
        split.heightProperty().addListener(observable -> fit());
        text.addListener(observable -> fit());
    }

    private void fit() {
        if (moved || split.getHeight() <= 0) {
            return;
        }
        long lines = Math.clamp(text.get().lines().count() + (text.get().endsWith("\n") ? 1 : 0), FEWEST, MOST);
        double wanted = lines * LINE + SIDES;
        split.setDividerPositions(Math.min(SHARE, wanted / split.getHeight()));
    }
}
