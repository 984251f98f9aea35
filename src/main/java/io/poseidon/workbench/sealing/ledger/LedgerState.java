package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Rational;
import java.util.List;
import java.util.Optional;

/// What a verified ledger says: the budget, every edition that was charged, and where the chain stands.
public record LedgerState(String population, Rational rho, List<Edition> editions, long sequence, Digest head) {

    /// `sequence` and `head` are those of the charge; `release` is absent while a first seal has not come that far.
    public record Edition(Terms terms, long sequence, Digest head, Optional<Digest> release) {
        Edition withRelease(Digest digest) {
            return new Edition(terms, sequence, head, Optional.of(digest));
        }
    }

    public LedgerState {
        editions = List.copyOf(editions);
    }

    public Optional<Edition> edition(EditionId id) {
        return editions.stream()
                .filter(edition -> edition.terms().edition().equals(id))
                .findFirst();
    }

    /// Editions that can be about the same rows as one under these terms.
    public List<Neighbour> neighbours(Terms terms) {
        return Neighbour.of(editions, terms);
    }

    public Rational spent() {
        return editions.stream().map(edition -> edition.terms().cost()).reduce(Rational.ZERO, Rational::plus);
    }

    public Rational left() {
        return rho.minus(spent());
    }
}
