package io.poseidon.workbench.shell.sheet;

import io.poseidon.workbench.ui.Focus;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One thing at a time over the window: palette, a sheet. Tab stays in it; Escape and a click beside it close it, and
/// the focus goes back to where it was.
public final class Overlay extends StackPane {

    private @Nullable Node before;

    public Overlay() {
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    public boolean isOpen() {
        return isVisible();
    }

    /// Puts `node` over everything; it takes the focus itself.
    public void show(Node node) {
        if (!isOpen()) {
            before = Optional.ofNullable(getScene())
                    .map(scene -> scene.getFocusOwner())
                    .orElse(null);
        }
        getChildren().setAll(node);
        setVisible(true);
    }

    public void close() {
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    /// Behind the last control comes the first again.
    private void keepFocus(@Nullable Node owner) {
        if (isVisible() && owner != null && !isInside(owner)) {
            Focus.first(this).ifPresent(Node::requestFocus);
        }
    }

    private boolean isInside(@Nullable Node node) {
        return node != null && (node == this || isInside(node.getParent()));
    }
}
