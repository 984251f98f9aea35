package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the composition root puts into the window.
///
/// @param workspaces in the order of the rail; the first is shown when none is remembered
/// @param actions of the whole application, beside the window's own and the workspaces'
/// @param open is told of files from the dialog, from a drop and from the command line
public record WorkbenchParts(
        List<Workspace> workspaces, List<Action> actions, TopFacts facts, Consumer<List<Path>> open) {

    public WorkbenchParts {
        workspaces = List.copyOf(workspaces);
        actions = List.copyOf(actions);
        if (workspaces.isEmpty()) {
            throw new IllegalArgumentException("a window needs a workspace");
        }
    }
}
