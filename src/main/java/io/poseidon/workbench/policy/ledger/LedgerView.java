package io.poseidon.workbench.policy.ledger;

import io.poseidon.workbench.model.Rational;
import java.util.List;

/// What a privacy ledger says so far.
public interface LedgerView {

    /// Everything written, in order.
    List<LedgerEntry> entries();

    /// Spent so far by one organisation.
    default Rational spentBy(String buyer) {
        return entries().stream()
                .filter(entry -> entry.buyer().equals(buyer))
                .map(LedgerEntry::rho)
                .reduce(Rational.ZERO, Rational::plus);
    }

    /// Spent so far in all: what several organisations were told alike counts once.
    default Rational spent() {
        return entries().stream().map(LedgerEntry::common).reduce(Rational.ZERO, Rational::plus);
    }
}
