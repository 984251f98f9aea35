/// The command palette: every action of the application, found by a few letters, by keyboard alone. May use ui.
@NullMarked
package io.poseidon.workbench.shell.palette;

import org.jspecify.annotations.NullMarked;
