package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.policy.span.CellSet;
import io.poseidon.workbench.policy.span.SpanAudit;
import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.preflight.Preflight.Audit;
import io.poseidon.workbench.query.rows.question.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/// What the span audit would say about a question after what was told before, on audits of its own.
///
/// Fewer groups tell no more than all of them, with one exception: a single cell that is shown is no secret any more,
/// and one that is not shown still is. So where all groups pass, and all but any one single cell, every choice passes.
final class AuditAhead {

    /// Single cells that are left out in turn; beyond these it is left open.
    private static final int MOST_TRIALS = 8;

    private final int cells;
    private final Told told;

    AuditAhead(int cells, Told told) {
        this.cells = cells;
        this.told = told;
    }

    Audit of(Plan plan) {
        boolean listed = !told.listed().isEmpty()
                || plan.groupings().stream()
                        .anyMatch(grouping -> grouping.people().isPresent());
        if (listed) {
            return Audit.NONE;
        }
        var known = new HashSet<>(told.groups());
        var sets = plan.groupings().stream()
                .flatMap(grouping -> grouping.groups().stream())
                .map(CellGroup::cells)
                .filter(set -> !set.isEmpty() && !known.contains(set))
                .distinct()
                .map(CellSet::toBits)
                .toList();
        return told.groups().isEmpty() && areDisjoint(sets) ? Audit.CLEAR : of(sets);
    }

    private Audit of(List<BitSet> sets) {
        if (!admits(sets)) {
            return Audit.OPENS;
        }
        var singles = sets.stream().filter(set -> set.cardinality() == 1).toList();
        boolean clear =
                singles.size() <= MOST_TRIALS && singles.stream().allMatch(single -> admits(without(sets, single)));
        return clear ? Audit.CLEAR : Audit.DEPENDS;
    }

    private boolean admits(List<BitSet> sets) {
        var audit = new SpanAudit(cells);
        audit.learn(told.groups().stream().map(CellSet::toBits).toList());
        return audit.admits(sets);
    }

    private static boolean areDisjoint(List<BitSet> sets) {
        var all = new BitSet();
        sets.forEach(all::or);
        return sets.stream().mapToInt(BitSet::cardinality).sum() == all.cardinality();
    }

    private static List<BitSet> without(List<BitSet> sets, BitSet one) {
        var rest = new ArrayList<>(sets);
        rest.remove(one);
        return rest;
    }
}
