package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.domain.People;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Digests of groups by what they are about: cells, and where people were uploaded which of them. The same however the
/// uploaded people are split, ordered or named; never of who is among the rows.
public final class GroupDigests {

    private final Optional<People> people;
    private final int cells;
    private final CellDigests digests = new CellDigests();
    private final Map<BitSet, String> lists = new HashMap<>();

    GroupDigests(Optional<People> people, int cells) {
        this.people = people;
        this.cells = cells;
    }

    String of(CellGroup group) {
        return people.map(uploaded -> of(group, uploaded)).orElseGet(() -> digests.of(group.cells()));
    }

    private String of(CellGroup group, People uploaded) {
        Map<BitSet, BitSet> classesOf = new HashMap<>();
        for (int i = 0; i < uploaded.size(); i++) {
            var set = group.cells(i, cells);
            if (!set.isEmpty()) {
                classesOf.computeIfAbsent(set, ignored -> new BitSet()).set(i);
            }
        }
        var parts = new ArrayList<String>();
        classesOf.forEach((set, classes) -> parts.add(Digests.of(set) + lists.computeIfAbsent(classes, this::list)));
        parts.sort(null);
        parts.addFirst("people/1");
        return Digests.ofAll(parts);
    }

    private String list(BitSet classes) {
        List<List<String>> all = people.orElseThrow().classes();
        return Digests.ofAll(classes.stream()
                .boxed()
                .flatMap(number -> all.get(number).stream())
                .sorted()
                .toList());
    }
}
