/// Measures of columns, classes and distributions by their usual definitions; formulas only, no tables.
@NullMarked
package io.poseidon.workbench.quality.measure;

import org.jspecify.annotations.NullMarked;
