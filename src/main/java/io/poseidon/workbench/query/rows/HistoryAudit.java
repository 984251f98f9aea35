package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.policy.SpanAudit;
import io.poseidon.workbench.query.rows.people.PeopleLists;
import io.poseidon.workbench.query.rows.people.Universe;
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

    private static final long MOST_CELLS = 20_000_000;

    private final int cells;
    private final PeopleLists lists;

    HistoryAudit(int cells, PeopleLists lists) {
        this.cells = cells;
        this.lists = lists;
    }

    /// `cohort` is the number of uploaded people under which they are too few to be told about.
    boolean opens(Told before, Told now, int cohort) {
        var listed = new ArrayList<>(before.listed());
        listed.addAll(now.listed());
        var universe = Universe.of(cells, cohort, listed, lists);
        if (universe.size() > MOST_CELLS) {
            return true;
        }
        var known = new HashSet<>(before.sets(universe));
        var released = new HashSet<>(known);
        released.addAll(now.sets(universe));
        return !released.equals(known) && opens(released, universe);
    }

    private boolean opens(Set<BitSet> released, Universe universe) {
        var known = new BitSet();
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
        return columns.size() > MOST_COLUMNS || opens(List.copyOf(rest), columns, released, universe);
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

    private static boolean opens(List<BitSet> sets, List<BitSet> columns, Set<BitSet> released, Universe universe) {
        var audit = new SpanAudit(Math.max(1, columns.size()), SpanAudit.secretPrime(new SecureRandom()));
        for (var set : sets) {
            var row = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                row.set(i, set.intersects(columns.get(i)));
            }
            audit.learn(row);
        }
        boolean single = audit.determined().stream()
                .mapToObj(columns::get)
                .anyMatch(column -> universe.isNarrow(column) && !released.contains(column));
        return single || audit.pairs().stream().anyMatch(pair -> isOpenPair(pair, columns, released, universe));
    }

    /// Two single cells bound together, other than by a release of just these two.
    private static boolean isOpenPair(BitSet pair, List<BitSet> columns, Set<BitSet> released, Universe universe) {
        var both = new BitSet();
        var members = new ArrayList<BitSet>();
        pair.stream().mapToObj(columns::get).forEach(column -> {
            both.or(column);
            members.add(column);
        });
        return members.stream().allMatch(universe::isNarrow) && !released.contains(both);
    }
}
