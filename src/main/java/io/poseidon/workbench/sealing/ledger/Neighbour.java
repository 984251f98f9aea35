package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An edition that was charged before and that can be about the same rows as a new one, so that a buyer of both can
/// subtract the one from the other. What is left of it by `column` tells of those who stand between the edges of the
/// two; the noise of both remains in it. `counted` tells that one ledger holds the sum of what both cost.
///
/// `sliver` is set where the edges of the two lie so close that a cell of nearly nobody could be had: a range that is
/// no declared one and is less than half as wide as the narrower of the two it is cut from.
public record Neighbour(EditionId edition, Kind kind, String column, String sliver, boolean counted) {

    public enum Kind {
        /// Another edition of the same product over the same time: the difference is those who joined, left or changed.
        SAME_TIME,
        /// The same column cut at other edges.
        SHIFTED,
        /// The same column cut so that the difference is a sliver.
        SLIVER
    }

    /// As one that another ledger knows: nothing holds the sum.
    public Neighbour uncounted() {
        return new Neighbour(edition, kind, column, sliver, false);
    }

    /// All neighbours among the editions charged so far.
    static List<Neighbour> of(List<LedgerState.Edition> charged, Terms wanted) {
        var neighbours = new ArrayList<Neighbour>();
        for (var edition : charged) {
            var terms = edition.terms();
            if (!terms.edition().equals(wanted.edition()) && meet(terms.cut(), wanted.cut())) {
                add(neighbours, terms, wanted);
            }
        }
        return neighbours;
    }

    /// Problem: a buyer of both could have a cell that nobody declared and that holds nearly nobody.
    public static void refuseSlivers(List<Neighbour> neighbours, EditionId wanted) {
        for (var neighbour : neighbours) {
            if (neighbour.kind() == Kind.SLIVER) {
                throw Problem.of(
                        Problem.Kind.REFUSED,
                        ReleaseLedger.class,
                        "bins-shifted",
                        wanted,
                        neighbour.column(),
                        neighbour.sliver(),
                        neighbour.edition());
            }
        }
    }

    private static boolean meet(Cut one, Cut other) {
        return one.time().isPresent()
                && other.time().isPresent()
                && one.time().get().meets(other.time().get());
    }

    private static void add(List<Neighbour> into, Terms old, Terms wanted) {
        if (old.edition().product().equals(wanted.edition().product())) {
            into.add(new Neighbour(old.edition(), Kind.SAME_TIME, "", "", true));
        }
        wanted.cut().edges().forEach((column, edges) -> {
            var before = Optional.ofNullable(old.cut().edges().get(column));
            before.flatMap(theirs -> shifted(old.edition(), column, theirs, edges))
                    .ifPresent(into::add);
        });
    }

    private static Optional<Neighbour> shifted(EditionId old, String column, List<Long> theirs, List<Long> ours) {
        var pieces = Pieces.of(theirs, ours);
        if (pieces.undeclared().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(pieces.sliver()
                .map(sliver -> new Neighbour(old, Kind.SLIVER, column, sliver.text(), true))
                .orElseGet(() -> new Neighbour(
                        old,
                        Kind.SHIFTED,
                        column,
                        pieces.undeclared().getFirst().text(),
                        true)));
    }
}
