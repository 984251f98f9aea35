package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.domain.Axis;
import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.domain.PublicTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What a question means: its groups as sets of declared cells, in an order that depends on these sets alone.
///
/// `reach` is the largest number of groups that one person can stand in, by the domain and by which dimensions are the
/// same for all rows of a person; the policy's bound applies where it is smaller.
record Grouping(Question question, List<CellGroup> groups, String digest, int reach) {

    Grouping {
        groups = List.copyOf(groups);
    }

    static Grouping of(Question question, List<CellGroup> found, PublicTable domain) {
        var groups = new ArrayList<>(found);
        groups.sort(Comparator.comparing(group -> Digests.of(group.cells())));
        var digest = Digests.ofAll(
                groups.stream().map(group -> Digests.of(group.cells())).toList());
        return new Grouping(question, groups, digest, reach(groups, question.table(), domain));
    }

    /// Groups one person's contribution may enter.
    int bound() {
        return Math.max(1, Math.min(reach, question.table().maximumGroups()));
    }

    boolean needsChoice() {
        return reach > question.table().maximumGroups();
    }

    Rational boundAsNumber() {
        return Rational.of(bound());
    }

    private static int reach(List<CellGroup> groups, Table.Rows table, PublicTable domain) {
        Map<List<Integer>, Set<Integer>> groupsOf = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            int group = i;
            groups.get(i).cells().stream()
                    .forEach(cell -> groupsOf.computeIfAbsent(fixed(cell, table, domain), ignored -> new HashSet<>())
                            .add(group));
        }
        return groupsOf.values().stream().mapToInt(Set::size).max().orElse(1);
    }

    /// The values of the static dimensions of a cell: those a person cannot leave.
    private static List<Integer> fixed(int cell, Table.Rows table, PublicTable domain) {
        var values = new ArrayList<Integer>();
        int repeat = domain.cells();
        for (Axis axis : domain.axes()) {
            repeat /= axis.values().size();
            if (Objects.requireNonNull(table.dimensions().get(axis.column())).isStatic()) {
                values.add(cell / repeat % axis.values().size());
            }
        }
        return values;
    }

    List<BitSet> sets() {
        return groups.stream().map(CellGroup::cells).toList();
    }
}
