package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.Focus;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// F6: to the first control of the region after the one that has the focus, round the end.
record RegionWalk(List<Region> regions) {

    void next(Scene scene) {
        int from = indexOf(scene.getFocusOwner());
        for (int step = 1; step <= regions.size(); step++) {
            var target = Focus.first(regions.get((from + step + regions.size()) % regions.size()));
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
}
