package io.poseidon.workbench.engine;

import org.duckdb.DuckDBConnection;

/// A SELECT that can be run as often as its rows are wanted, while `presence` lasts.
record Question(DuckDBConnection connection, String sql, Limits limits, Presence presence) {}
