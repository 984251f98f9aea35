/// Menus of views on overlapping sets of cells: whether one is dearer than others that determine it.
@NullMarked
package io.poseidon.workbench.pricing.coverage;

import org.jspecify.annotations.NullMarked;
