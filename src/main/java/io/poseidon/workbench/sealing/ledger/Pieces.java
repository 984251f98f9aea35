package io.poseidon.workbench.sealing.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/// The ranges that two lists of edges cut out of a column together: what the difference of two sums over the declared
/// ranges can tell about.
record Pieces(List<Piece> all) {

    /// From an edge up to, and without, the next. `widths` are those of the declared ranges it lies in, where they end;
    /// `declared` that it is such a range itself.
    record Piece(long from, long to, boolean declared, List<Long> widths) {

        boolean isSliver() {
            return !declared && !widths.isEmpty() && widths.stream().allMatch(width -> 2 * (to - from) < width);
        }

        String text() {
            return to - from == 1 ? String.valueOf(from) : from + "-" + (to - 1);
        }
    }

    static Pieces of(List<Long> one, List<Long> other) {
        var edges = new TreeSet<>(one);
        edges.addAll(other);
        var pieces = new ArrayList<Piece>();
        for (var from : edges) {
            var to = edges.higher(from);
            if (to != null) {
                pieces.add(piece(from, to, one, other));
            }
        }
        return new Pieces(pieces);
    }

    private static Piece piece(long from, long to, List<Long> one, List<Long> other) {
        var widths = new ArrayList<Long>();
        width(from, one).ifPresent(widths::add);
        width(from, other).ifPresent(widths::add);
        return new Piece(from, to, isRange(from, to, one) || isRange(from, to, other), widths);
    }

    /// Of the range that holds a number; empty where none does or where it has no end.
    private static OptionalLong width(long number, List<Long> edges) {
        for (int i = 0; i + 1 < edges.size(); i++) {
            if (edges.get(i) <= number && number < edges.get(i + 1)) {
                return OptionalLong.of(edges.get(i + 1) - edges.get(i));
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isRange(long from, long to, List<Long> edges) {
        int at = edges.indexOf(from);
        return at >= 0 && at + 1 < edges.size() && edges.get(at + 1) == to;
    }

    /// Those that no one declared.
    List<Piece> undeclared() {
        return all.stream().filter(piece -> !piece.declared()).toList();
    }

    Optional<Piece> sliver() {
        return all.stream().filter(Piece::isSliver).findFirst();
    }
}
