/// The kit of every screen: theme, words, formats, icons, what a workspace is and gets, and the only
/// `Platform.runLater`. May use model and job.
///
/// How a screen is made:
///
/// 1. A view model in `x.view`, free of nodes, with JavaFX properties; a view that binds to it, built in code.
/// 2. A class implementing [io.poseidon.workbench.ui.workspace.Workspace], constructed by the composition root with
///    [io.poseidon.workbench.ui.Surroundings] and what it needs; its nodes are made by `regions()` on first sight.
/// 3. Texts in `words.properties` and `words_ko.properties` beside the view: `surroundings.words().in(MyView.class)`,
///    then `words.text("key", arguments…)` everywhere a text goes, never a literal. 4. Parts from `ui.part` (labels,
/// buttons, rows, chips, tags, meters), boxes and states from `ui.layout` (page, panel,    card, note, tabs, empty,
/// problem, progress), tables from `ui.grid`, charts from `ui.chart`. 5. Colours by style class (`muted`, `ok`, `warn`,
/// `bad`, `priv`, `accent`) or looked-up name (`-c-divider`), never a    literal. Sizes in pixels at 100 %: zoom is a
/// scale over everything. 6. Work through `surroundings.jobs()`; it delivers on the toolkit's thread. 7. Look at it:
/// `Snapshot.write(() -> scene, file)` in light, dark, English, Korean, 1440 × 900 and 1024 × 680.
@NullMarked
package io.poseidon.workbench.ui;

import org.jspecify.annotations.NullMarked;
