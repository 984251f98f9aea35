/// What the application remembers between starts: theme, language, zoom, motion, which regions are open. Reads broken
/// files without failing. May use ui, job and model.
@NullMarked
package io.poseidon.workbench.shell.settings;

import org.jspecify.annotations.NullMarked;
