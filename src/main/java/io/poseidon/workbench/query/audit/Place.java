package io.poseidon.workbench.query.audit;

import java.util.Locale;

/// Where a question came from.
public enum Place {
    /// Typed on the query screen.
    QUERY,
    /// Made by the explore screen to show a table.
    EXPLORE,
    /// Typed on the command line, or asked by a script.
    COMMAND,
    /// Asked of a holder of rows.
    SHARD;

    /// As it stands in the log.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
