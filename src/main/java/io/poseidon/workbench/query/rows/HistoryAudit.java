package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.policy.SpanAudit;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether what was released, taken together, gives away a single declared cell, or one of two by one outside fact,
/// that
/// was never released by itself. Reads released sets of cells only, so the verdict tells nothing new.
final class HistoryAudit {

    /// Beyond this the history is too fine to be followed, and nothing more is released.
    private static final int MOST_COLUMNS = 4_000;

    private final int cells;

    HistoryAudit(int cells) {
        this.cells = cells;
    }

    boolean opens(List<BitSet> before, List<BitSet> now) {
        Set<BitSet> released = new HashSet<>(before);
        released.addAll(now);
        if (released.equals(new HashSet<>(before))) {
            return false;
        }
        var known = new BitSet(cells);
        released.stream().filter(set -> set.cardinality() == 1).forEach(known::or);
        var rest = new HashSet<BitSet>();
        for (var set : released) {
            var unknown = (BitSet) set.clone();
            unknown.andNot(known);
            if (!unknown.isEmpty()) {
                rest.add(unknown);
            }
        }
        var columns = columns(List.copyOf(rest));
        if (columns.size() > MOST_COLUMNS) {
            return true;
        }
        return opens(List.copyOf(rest), columns, released);
    }

    /// Cells that stand in the same sets are one column.
    private List<BitSet> columns(List<BitSet> sets) {
        Map<Integer, BitSet> memberships = new HashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            int number = i;
            sets.get(i).stream()
                    .forEach(cell -> memberships
                            .computeIfAbsent(cell, ignored -> new BitSet())
                            .set(number));
        }
        Map<BitSet, BitSet> columns = new HashMap<>();
        memberships.forEach((cell, membership) ->
                columns.computeIfAbsent(membership, ignored -> new BitSet()).set(cell));
        return List.copyOf(columns.values());
    }

    private static boolean opens(List<BitSet> sets, List<BitSet> columns, Set<BitSet> released) {
        var audit = new SpanAudit(Math.max(1, columns.size()), SpanAudit.secretPrime(new SecureRandom()));
        for (var set : sets) {
            var row = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                row.set(i, set.intersects(columns.get(i)));
            }
            audit.learn(row);
        }
        boolean single = audit.determined().stream()
                .anyMatch(column -> columns.get(column).cardinality() == 1);
        return single || audit.pairs().stream().anyMatch(pair -> isOpenPair(pair, columns, released));
    }

    /// Two single cells bound together, other than by a release of just these two.
    private static boolean isOpenPair(BitSet pair, List<BitSet> columns, Set<BitSet> released) {
        var both = new BitSet();
        var members = new ArrayList<BitSet>();
        pair.stream().mapToObj(columns::get).forEach(column -> {
            both.or(column);
            members.add(column);
        });
        return members.stream().allMatch(column -> column.cardinality() == 1) && !released.contains(both);
    }
}
