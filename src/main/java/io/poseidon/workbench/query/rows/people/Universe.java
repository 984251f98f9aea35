package io.poseidon.workbench.query.rows.people;

import io.poseidon.workbench.policy.ledger.ListedSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Declared cells split by kind of person, where a kind is who stands in which of the lists that answers were about.
/// Kind 0 are all people in none of them, however many. Bit `kind·cells + cell`.
public final class Universe {

    private final int cells;
    private final int cohort;
    private final List<BitSet> listsOf;
    private final List<Integer> people;
    private final Map<String, Integer> numbers;

    private Universe(int cells, int cohort, List<BitSet> listsOf, List<Integer> people, Map<String, Integer> numbers) {
        this.cells = cells;
        this.cohort = cohort;
        this.listsOf = listsOf;
        this.people = people;
        this.numbers = numbers;
    }

    /// Split by all lists in `sets`. `cohort` is the number of uploaded people under which they are too few.
    public static Universe of(int cells, int cohort, Collection<ListedSet> sets, PeopleLists lists) {
        var names = new TreeSet<String>();
        sets.forEach(set -> set.parts().forEach(part -> names.add(part.list())));
        Map<String, BitSet> standsIn = new HashMap<>();
        var numbers = new HashMap<String, Integer>();
        for (var name : names) {
            int number = numbers.size();
            numbers.put(name, number);
            lists.members(name)
                    .forEach(person -> standsIn.computeIfAbsent(person, ignored -> new BitSet())
                            .set(number));
        }
        Map<BitSet, Integer> sizes = new HashMap<>();
        standsIn.values().forEach(in -> sizes.merge(in, 1, Integer::sum));
        var kinds = new ArrayList<BitSet>(List.of(new BitSet()));
        var people = new ArrayList<Integer>(List.of(Integer.MAX_VALUE));
        sizes.forEach((in, size) -> {
            kinds.add(in);
            people.add(size);
        });
        return new Universe(cells, cohort, kinds, people, numbers);
    }

    public long size() {
        return (long) cells * listsOf.size();
    }

    /// Cells of everybody.
    public BitSet ofEverybody(BitSet set) {
        if (listsOf.size() == 1) {
            return set;
        }
        var all = new BitSet();
        for (int kind = 0; kind < listsOf.size(); kind++) {
            add(set, kind, all);
        }
        return all;
    }

    /// Cells of the people of lists.
    public BitSet of(ListedSet set) {
        var all = new BitSet();
        for (var part : set.parts()) {
            int list = numbers.getOrDefault(part.list(), -1);
            for (int kind = 1; kind < listsOf.size(); kind++) {
                if (list >= 0 && listsOf.get(kind).get(list)) {
                    add(part.cells(), kind, all);
                }
            }
        }
        return all;
    }

    private void add(BitSet set, int kind, BitSet into) {
        int offset = kind * cells;
        set.stream().forEach(cell -> into.set(offset + cell));
    }

    /// How many declared cells it touches, of whatever people.
    public int declaredCells(BitSet set) {
        var declared = new BitSet();
        set.stream().forEach(bit -> declared.set(bit % cells));
        return declared.cardinality();
    }

    /// Whether its sum would tell of too few: one declared cell, or fewer uploaded people than the cohort.
    public boolean isNarrow(BitSet set) {
        var kinds = new BitSet();
        set.stream().forEach(bit -> kinds.set(bit / cells));
        long count = kinds.stream().mapToLong(people::get).sum();
        return declaredCells(set) == 1 || count < cohort;
    }

    /// All kinds that are too few, each of them.
    public BitSet fewKinds() {
        var few = new BitSet();
        for (int kind = 1; kind < people.size(); kind++) {
            few.set(kind, people.get(kind) < cohort);
        }
        return few;
    }

    /// Sets of kinds that together are too few: each of them, and as many of the smallest as go together.
    public List<BitSet> fewTogether() {
        var kinds = fewKinds().stream()
                .boxed()
                .sorted(Comparator.comparing(people::get))
                .toList();
        var sets = new ArrayList<BitSet>();
        var together = new BitSet();
        int count = 0;
        for (int kind : kinds) {
            var alone = new BitSet();
            alone.set(kind);
            sets.add(alone);
            count += people.get(kind);
            together.set(kind, count < cohort);
        }
        sets.add(together);
        return sets;
    }

    /// Whether a set of cells is about people of these kinds only.
    public boolean isWithin(BitSet set, BitSet kinds) {
        return set.stream().allMatch(bit -> kinds.get(bit / cells));
    }
}
