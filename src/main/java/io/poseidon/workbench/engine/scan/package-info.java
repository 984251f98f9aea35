/// DuckDB reading Arrow tables where they lie.
@NullMarked
package io.poseidon.workbench.engine.scan;

import org.jspecify.annotations.NullMarked;
