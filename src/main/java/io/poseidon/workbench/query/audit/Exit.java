package io.poseidon.workbench.query.audit;

import java.util.Locale;

/// Ways by which an answer leaves the application.
public enum Exit {
    /// A file of its rows.
    EXPORT,
    /// Its rows on standard output, for another program.
    PRINT,
    /// Rows on the clipboard.
    COPY,
    /// A picture of it.
    CHART,
    /// A signed record about it.
    EVIDENCE;

    /// As it stands in the log.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
