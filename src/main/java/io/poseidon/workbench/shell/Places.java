package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The workspaces, which of them is shown, and their nodes once they have been seen. Leaving one detaches it before the
/// next is attached.
final class Places {

    private final List<Workspace> all;
    private final Map<String, Regions> seen = new HashMap<>();
    private final ReadOnlyObjectWrapper<Workspace> current = new ReadOnlyObjectWrapper<>(this, "current");

    Places(List<Workspace> all) {
        this.all = all;
    }

    List<Workspace> all() {
        return all;
    }

    ReadOnlyObjectProperty<Workspace> currentProperty() {
        return current.getReadOnlyProperty();
    }

    Regions regions() {
        var workspace = current.get();
        return seen.computeIfAbsent(workspace.id(), id -> workspace.regions());
    }

    /// Shows the one of that id; an unknown id shows the first.
    void goTo(String id) {
        var next =
                all.stream().filter(place -> place.id().equals(id)).findFirst().orElse(all.getFirst());
        var before = current.get();
        if (next == before) {
            return;
        }
        if (before != null) {
            before.deactivated();
        }
        seen.computeIfAbsent(next.id(), unseen -> next.regions());
        current.set(next);
        next.activated();
    }

    void leave() {
        current.get().deactivated();
    }
}
