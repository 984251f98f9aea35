/// The shard's rows, prepared once, and the bounded and noisy totals taken from them.
@NullMarked
package io.poseidon.workbench.query.rows.snapshot;

import org.jspecify.annotations.NullMarked;
