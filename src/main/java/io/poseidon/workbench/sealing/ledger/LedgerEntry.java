package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Rational;

/// One line of a release ledger.
sealed interface LedgerEntry {

    /// The first line: whose budget this is, and how large, for ever.
    record Opened(String population, Rational rho) implements LedgerEntry {}

    /// Written before any noise is drawn: from here on the budget is spent.
    record Reserved(Terms terms) implements LedgerEntry {}

    /// The release is on disk and its bytes are these; only now may a bundle be made of it.
    record Released(EditionId edition, Digest release) implements LedgerEntry {}
}
