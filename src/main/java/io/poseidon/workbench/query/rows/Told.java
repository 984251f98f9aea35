package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.LedgerEntry.Asker;
import io.poseidon.workbench.policy.ledger.ListedSet;
import io.poseidon.workbench.policy.span.CellSet;
import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.domain.People;
import io.poseidon.workbench.query.rows.people.PeopleLists;
import io.poseidon.workbench.query.rows.people.Universe;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/// Groups whose numbers are known to an asker: sets of declared cells of everybody, and of uploaded people.
record Told(List<CellSet> groups, List<ListedSet> listed) {
    Told {
        groups = List.copyOf(groups);
        listed = List.copyOf(listed);
    }

    static Told of(List<Released> released, PeopleLists lists, int cells) {
        var groups = new ArrayList<CellSet>();
        var listed = new ArrayList<ListedSet>();
        for (var part : released) {
            var people = part.grouping().people();
            if (people.isEmpty()) {
                part.cellGroups().forEach(group -> groups.add(group.cells()));
            } else {
                var names = names(people.get(), lists);
                part.cellGroups().forEach(group -> listed.add(parts(group, names, cells)));
            }
        }
        return new Told(
                groups.stream().distinct().toList(), listed.stream().distinct().toList());
    }

    private static List<String> names(People people, PeopleLists lists) {
        return people.classes().stream().map(lists::keep).toList();
    }

    private static ListedSet parts(CellGroup group, List<String> names, int cells) {
        var parts = new ArrayList<ListedSet.Part>();
        for (int i = 0; i < names.size(); i++) {
            var set = group.cells(i, cells);
            if (!set.isEmpty()) {
                parts.add(new ListedSet.Part(names.get(i), set));
            }
        }
        return new ListedSet(parts);
    }

    /// What is not in `before`.
    Told without(Told before) {
        var known = new HashSet<>(before.groups);
        var knownLists = new HashSet<>(before.listed);
        return new Told(
                groups.stream().filter(set -> !known.contains(set)).toList(),
                listed.stream().filter(set -> !knownLists.contains(set)).toList());
    }

    LedgerEntry entry(Asker asker, String question) {
        return LedgerEntry.released(asker, question, groups, listed);
    }

    /// All of them as sets of the cells of `universe`.
    List<BitSet> sets(Universe universe) {
        var sets = new ArrayList<BitSet>();
        groups.forEach(group -> sets.add(universe.ofEverybody(group.toBits())));
        listed.forEach(set -> sets.add(universe.of(set)));
        return sets;
    }
}
