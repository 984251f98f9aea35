/// The composition root of the window: makes surroundings, workspaces and the workbench, and ends them.
@NullMarked
package io.poseidon.workbench.app.window;

import org.jspecify.annotations.NullMarked;
