/// DuckDB and Arrow behind one face: parse and regenerate SQL, locked sessions, tables read in place, pages, files in
/// and out. Only user of org.duckdb and, with remote, of Arrow vectors; may use model and job.
@NullMarked
package io.poseidon.workbench.engine;

import org.jspecify.annotations.NullMarked;
