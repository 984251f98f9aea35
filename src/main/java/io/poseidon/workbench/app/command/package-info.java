/// One class a command: options in, one document or one table out, exit code. No logic of its own.
@NullMarked
package io.poseidon.workbench.app.command;

import org.jspecify.annotations.NullMarked;
