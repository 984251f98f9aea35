/// The window: top bar, rail, panels, dock, status; moves between workspaces. May use ui, job, model and the `view`
/// faces.
@NullMarked
package io.poseidon.workbench.shell;

import org.jspecify.annotations.NullMarked;
