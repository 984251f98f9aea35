package io.poseidon.workbench.engine.run;

import org.duckdb.DuckDBConnection;

/// A SELECT that can be run as often as its rows are wanted, while `presence` lasts.
public record Question(DuckDBConnection connection, String sql, Limits limits, Presence presence) {}
