package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.policy.span.CellSet;
import io.poseidon.workbench.policy.span.SpanAudit;
import io.poseidon.workbench.query.rows.people.PeopleLists;
import io.poseidon.workbench.query.rows.people.Universe;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether what an organisation was told, taken together, gives away a single declared cell, or one of two by one
/// outside fact, that was never released by itself. Reads released sets of cells only, so the verdict tells nothing
/// new.
///
/// The audit of each organisation is kept while it asks, and rebuilt from the ledger with fresh secrets at its first
/// question after a start. One thread.
final class HistoryAudit {

    /// Organisations at a time; one that was pushed out is rebuilt.
    private static final int MOST = 8;

    private static final long MOST_CELLS = 20_000_000;

    private final int cells;
    private final int cohort;
    private final PeopleLists lists;
    private final Map<String, SpanAudit> audits = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SpanAudit> eldest) {
            return size() > MOST;
        }
    };

    /// `cohort` is the number of uploaded people under which they are too few to be told about.
    HistoryAudit(int cells, int cohort, PeopleLists lists) {
        this.cells = cells;
        this.cohort = cohort;
        this.lists = lists;
    }

    RowReply.Known known(String buyer, Told told) {
        var audit = of(buyer, told);
        return new RowReply.Known(audit.rank(), audit.cells());
    }

    /// Takes what a question would tell; false, and nothing is taken, where it opens something.
    boolean admits(String buyer, Told before, Told now) {
        var audit = of(buyer, before);
        if (before.listed().isEmpty() && now.listed().isEmpty()) {
            return audit.admits(bits(now.groups()));
        }
        boolean opens = opensWithLists(before, now);
        if (!opens) {
            audit.learn(bits(now.groups()));
        }
        return !opens;
    }

    private SpanAudit of(String buyer, Told told) {
        return audits.computeIfAbsent(buyer, ignored -> {
            var audit = new SpanAudit(cells);
            audit.learn(bits(told.groups()));
            return audit;
        });
    }

    private static List<BitSet> bits(List<CellSet> sets) {
        return sets.stream().map(CellSet::toBits).toList();
    }

    /// With sums over uploaded people the cells are split by kind of person, and a new list splits them anew.
    private boolean opensWithLists(Told before, Told now) {
        var listed = new ArrayList<>(before.listed());
        listed.addAll(now.listed());
        var universe = Universe.of(cells, cohort, listed, lists);
        if (universe.size() > MOST_CELLS) {
            return true;
        }
        var known = new HashSet<>(before.sets(universe));
        var released = new HashSet<>(known);
        released.addAll(now.sets(universe));
        if (released.equals(known)) {
            return false;
        }
        var columns = Columns.of(released);
        return columns.opens(universe) || columns.tellsOfFew(universe);
    }

    /// Cells that stand in the same sets, as one.
    private record Columns(Set<BitSet> released, List<BitSet> rows, List<BitSet> columns) {

        static Columns of(Set<BitSet> released) {
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
            var rows = rest.stream().map(set -> row(set, columns)).toList();
            return new Columns(released, rows, columns);
        }

        private static List<BitSet> columns(List<BitSet> sets) {
            Map<Integer, BitSet> memberships = new LinkedHashMap<>();
            for (int i = 0; i < sets.size(); i++) {
                int number = i;
                sets.get(i).stream()
                        .forEach(cell -> memberships
                                .computeIfAbsent(cell, ignored -> new BitSet())
                                .set(number));
            }
            Map<BitSet, BitSet> columns = new LinkedHashMap<>();
            memberships.forEach((cell, membership) ->
                    columns.computeIfAbsent(membership, ignored -> new BitSet()).set(cell));
            return List.copyOf(columns.values());
        }

        private static BitSet row(BitSet set, List<BitSet> columns) {
            var row = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                row.set(i, set.intersects(columns.get(i)));
            }
            return row;
        }

        /// Whether anything follows that is about fewer uploaded people than the cohort, over whatever cells: some
        /// combination of what was released leaves nothing but them, and so the rest alone has a smaller rank.
        boolean tellsOfFew(Universe universe) {
            var few = universe.fewKinds();
            if (few.isEmpty() || rank(universe, few) == rank(universe, new BitSet())) {
                return false;
            }
            int rank = rank(universe, new BitSet());
            return universe.fewTogether().stream().anyMatch(kinds -> rank(universe, kinds) != rank);
        }

        /// Of the rows without the columns that are about these kinds only; -1 where they are too many to tell.
        private int rank(Universe universe, BitSet without) {
            var kept = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                kept.set(i, !universe.isWithin(columns.get(i), without));
            }
            var audit = new SpanAudit(Math.max(1, columns.size()));
            audit.learn(rows.stream().map(row -> common(row, kept)).toList());
            return audit.isFollowed() ? audit.rank() : -1;
        }

        private static BitSet common(BitSet row, BitSet kept) {
            var common = (BitSet) row.clone();
            common.and(kept);
            return common;
        }

        boolean opens(Universe universe) {
            return SpanAudit.opens(columns.size(), rows, new SpanAudit.Shown() {
                @Override
                public boolean cell(int column) {
                    var set = columns.get(column);
                    return released.contains(set) || !universe.isNarrow(set) && universe.declaredCells(set) > 2;
                }

                @Override
                public boolean pair(int one, int other) {
                    var both = (BitSet) columns.get(one).clone();
                    both.or(columns.get(other));
                    return released.contains(both)
                            || !universe.isNarrow(columns.get(one))
                            || !universe.isNarrow(columns.get(other));
                }
            });
        }
    }
}
