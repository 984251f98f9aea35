/// The window: top bar, rail, side, main, inspector, dock, status (regions A to G); moves between workspaces, takes the
/// keys, shows notices and faults. May use ui, job, model and the `view` faces.
///
/// The composition root makes a [io.poseidon.workbench.shell.NoticeStack], the `Surroundings`, the workspaces and a
/// [io.poseidon.workbench.shell.Workbench], and shows its scene.
@NullMarked
package io.poseidon.workbench.shell;

import org.jspecify.annotations.NullMarked;
