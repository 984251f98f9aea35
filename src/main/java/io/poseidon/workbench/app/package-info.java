/// `main`, the composition root, and the table of commands. May use everything.
@NullMarked
package io.poseidon.workbench.app;

import org.jspecify.annotations.NullMarked;
