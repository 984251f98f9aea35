/// The screen of `query`: editor, decision, result with intervals, history, export.
@NullMarked
package io.poseidon.workbench.query.view;

import org.jspecify.annotations.NullMarked;
