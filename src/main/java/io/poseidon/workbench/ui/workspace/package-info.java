/// What a workspace is and gives to the window: its regions, actions, modes and state. Uses ui.
@NullMarked
package io.poseidon.workbench.ui.workspace;

import org.jspecify.annotations.NullMarked;
