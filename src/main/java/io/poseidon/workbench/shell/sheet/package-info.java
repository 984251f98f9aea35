/// What lies over the window for a while: a sheet with a title and a cross, and what stands in it. Uses ui and the
/// names of keys in `palette`.
@NullMarked
package io.poseidon.workbench.shell.sheet;

import org.jspecify.annotations.NullMarked;
