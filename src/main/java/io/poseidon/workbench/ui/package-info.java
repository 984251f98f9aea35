/// The kit of every screen: theme, words, icons, grid, charts, notices, and the only `Platform.runLater`. May use model
/// and job.
@NullMarked
package io.poseidon.workbench.ui;

import org.jspecify.annotations.NullMarked;
