/// Columns of Arrow memory read as they lie: the one place where physical types become our few logical ones.
@NullMarked
package io.poseidon.workbench.engine.column;

import org.jspecify.annotations.NullMarked;
