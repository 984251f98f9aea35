/// The SQL editor: colours, completion, marks under what was refused.
@NullMarked
package io.poseidon.workbench.query.view.editor;

import org.jspecify.annotations.NullMarked;
