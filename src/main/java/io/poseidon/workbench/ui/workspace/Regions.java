package io.poseidon.workbench.ui.workspace;

import java.util.Optional;
import javafx.scene.Node;

/// The nodes a workspace puts into the window: side panel (248 wide), main area, inspector (304 wide). The window
/// scrolls none of them: wrap what may grow in [io.poseidon.workbench.ui.layout.Panel] or a scroll pane.
public record Regions(Optional<Node> side, Node main, Optional<Node> inspector) {

    public static Regions of(Node main) {
        return new Regions(Optional.empty(), main, Optional.empty());
    }

    public static Regions of(Node side, Node main) {
        return new Regions(Optional.of(side), main, Optional.empty());
    }

    public static Regions of(Node side, Node main, Node inspector) {
        return new Regions(Optional.of(side), main, Optional.of(inspector));
    }
}
