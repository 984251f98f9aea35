package io.poseidon.workbench.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// F6: to the first control of the region after the one that has the focus, round the end.
record RegionWalk(List<Region> regions) {

    void next(Scene scene) {
        int from = indexOf(scene.getFocusOwner());
        for (int step = 1; step <= regions.size(); step++) {
            var target = firstFocusable(regions.get((from + step + regions.size()) % regions.size()));
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private int indexOf(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            int index = regions.indexOf(node);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(RegionWalk::firstFocusable)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
