/// Options that several commands share, and what a command reads and writes through.
@NullMarked
package io.poseidon.workbench.app.command.option;

import org.jspecify.annotations.NullMarked;
