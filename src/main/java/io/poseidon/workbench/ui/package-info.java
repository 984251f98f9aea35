/// The kit of every screen: theme, words, formats, icons, what a workspace is and gets, and the only
/// `Platform.runLater`. May use model and job.
///
/// How a screen is made:
///
/// - A view model in `x.view`, free of nodes, with JavaFX properties; a view that binds to it, built in code.
/// - A class implementing [io.poseidon.workbench.ui.workspace.Workspace], constructed by the composition root with
///   [io.poseidon.workbench.ui.Surroundings] and what it needs; `regions()` makes its nodes on first sight.
/// - Texts in `words.properties` and `words_ko.properties` beside the view, through
///   `surroundings.words().in(MyView.class)`; never a literal.
/// - Parts from `ui.part`, boxes and states from `ui.layout`, tables from `ui.grid`, charts from `ui.chart`.
/// - Colours by style class or looked-up name (`-c-divider`), never a literal. Sizes in pixels at 100 %: zoom is a
///   scale over everything.
/// - Work through `surroundings.jobs()`; it delivers on the toolkit's thread.
/// - Look at it: `Snapshot.write(() -> scene, file)` in light, dark, English, Korean, 1440 × 900 and 1024 × 680.
@NullMarked
package io.poseidon.workbench.ui;

import org.jspecify.annotations.NullMarked;
