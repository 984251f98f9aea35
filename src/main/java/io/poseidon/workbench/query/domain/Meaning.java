package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.policy.span.CellSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a question means: its groups as sets of declared cells, of everybody or of classes of uploaded people. Two
/// questions with the same meaning are the same question, however they and the uploaded tables are written.
public record Meaning(List<CellGroup> groups, Optional<People> people) {
    public Meaning {
        groups = List.copyOf(groups);
    }

    static Meaning ofEverybody(List<CellGroup> groups) {
        return new Meaning(groups, Optional.empty());
    }

    /// From groups over every kind of person there is in an upload: kinds that no group tells apart become one class,
    /// and those in no group are left out.
    static Meaning of(List<CellGroup> groups, List<List<String>> kinds, int cells) {
        Map<List<BitSet>, List<Integer>> alike = new LinkedHashMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            int number = kind;
            var seen = groups.stream().map(group -> group.cells(number, cells)).toList();
            if (seen.stream().anyMatch(set -> !set.isEmpty())) {
                alike.computeIfAbsent(seen, ignored -> new ArrayList<>()).add(kind);
            }
        }
        var classes = alike.values().stream()
                .map(members -> members.stream()
                        .flatMap(kind -> kinds.get(kind).stream())
                        .sorted()
                        .toList())
                .toList();
        var firsts = alike.values().stream().map(List::getFirst).toList();
        var merged = groups.stream()
                .map(group -> new CellGroup(group.key(), only(group, firsts, cells), group.own()))
                .toList();
        return new Meaning(merged, Optional.of(new People(classes)));
    }

    private static CellSet only(CellGroup group, List<Integer> kinds, int cells) {
        var set = new BitSet();
        for (int i = 0; i < kinds.size(); i++) {
            int offset = i * cells;
            group.cells(kinds.get(i), cells).stream().forEach(cell -> set.set(offset + cell));
        }
        return CellSet.of(set);
    }
}
