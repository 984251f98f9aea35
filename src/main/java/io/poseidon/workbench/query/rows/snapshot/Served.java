package io.poseidon.workbench.query.rows.snapshot;

import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.domain.PublicTable;

/// The table of rows that questions are about, and its declared cells.
public interface Served {

    Table.Rows table(Reading reading);

    /// Stays the server's.
    PublicTable domain(Table.Rows table);
}
