/// Boxes that hold parts: pages, panels, cards, notes, tabs, and the states every screen has (empty, loading, failed).
///
/// A side panel or inspector is usually `new Panel(title, Panel.block(…), …)`, a main area a [Page] (title and
/// sections) or [Tabs] over a grid; a problem is shown by [ProblemState], work in hand by [ProgressLine].
@NullMarked
package io.poseidon.workbench.ui.layout;

import org.jspecify.annotations.NullMarked;
