/// Scores with formula and evidence. Only user of Tablesaw, on small cleared tables; may use model, engine, query.
@NullMarked
package io.poseidon.workbench.quality;

import org.jspecify.annotations.NullMarked;
