package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Budget;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.LedgerEntry.Asker;
import io.poseidon.workbench.policy.ledger.LedgerView;
import io.poseidon.workbench.query.rows.question.Vector;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One organisation's account for one state of the data. What was told once is not charged again; the budget itself
/// goes on over all states.
final class Account {

    /// Digests of the vectors that are new to the asker, and what they cost the asker and everybody together.
    record Cost(List<String> vectors, Rational rho, Rational common) {}

    private final LedgerView ledger;
    private final Asker asker;

    Account(LedgerView ledger, Asker asker) {
        this.ledger = ledger;
        this.asker = asker;
    }

    Cost cost(List<Vector> vectors, Rational perNumber) {
        return costOf(vectors.stream().map(Vector::digest).toList(), perNumber);
    }

    /// Of vectors by their digests.
    Cost costOf(List<String> vectors, Rational perNumber) {
        var asked = new HashSet<>(vectors);
        var own = new HashSet<>(asked);
        own.removeAll(told(Optional.of(asker.buyer())));
        var common = new HashSet<>(asked);
        common.removeAll(told(Optional.empty()));
        return new Cost(
                own.stream().sorted().toList(),
                perNumber.times(Rational.of(own.size())),
                perNumber.times(Rational.of(common.size())));
    }

    private Set<String> told(Optional<String> buyer) {
        return ledger.entries().stream()
                .filter(entry -> entry.snapshot().equals(asker.snapshot()))
                .filter(entry -> buyer.isEmpty() || buyer.get().equals(entry.buyer()))
                .flatMap(entry -> entry.vectors().stream())
                .collect(Collectors.toSet());
    }

    /// Which allowance does not cover the cost.
    Optional<String> missing(Cost cost, Budget budget) {
        if (cost.rho().compareTo(budget.perQuery()) > 0) {
            return Optional.of("perQuery");
        }
        if (ledger.spentBy(asker.buyer()).plus(cost.rho()).compareTo(budget.rho()) > 0) {
            return Optional.of("rho");
        }
        return ledger.spent().plus(cost.common()).compareTo(budget.allBuyers()) > 0
                ? Optional.of("allBuyers")
                : Optional.empty();
    }

    /// What must be on disk before anything is read. A question that is all known costs nothing and needs no line.
    Optional<LedgerEntry> reservation(String question, Cost cost) {
        return cost.vectors().isEmpty()
                ? Optional.empty()
                : Optional.of(LedgerEntry.reserved(asker, question, cost.vectors(), cost.rho(), cost.common()));
    }

    /// Whether the asker was answered or refused after a reservation; one that was cancelled is paid and not told.
    boolean hasEnded(String question) {
        return ledger.entries().stream()
                .filter(entry -> entry.snapshot().equals(asker.snapshot())
                        && entry.buyer().equals(asker.buyer()))
                .anyMatch(entry -> entry.kind() != LedgerEntry.Kind.RESERVED
                        && entry.question().equals(question));
    }

    Rational spent() {
        return ledger.spentBy(asker.buyer());
    }

    /// What the asker has been told.
    Told released() {
        var mine = ledger.entries().stream()
                .filter(entry -> entry.snapshot().equals(asker.snapshot())
                        && entry.buyer().equals(asker.buyer()))
                .toList();
        return new Told(
                mine.stream().flatMap(entry -> entry.groups().stream()).toList(),
                mine.stream().flatMap(entry -> entry.listed().stream()).toList());
    }
}
