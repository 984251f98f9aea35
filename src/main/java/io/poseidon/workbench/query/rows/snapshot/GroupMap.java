package io.poseidon.workbench.query.rows.snapshot;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.query.domain.People;
import io.poseidon.workbench.query.rows.question.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tables that say which cell belongs to which group (`cell`, `g`, and `class` where people were uploaded), and
/// who is in which class (`person`, `class`). The owner closes it.
public final class GroupMap implements AutoCloseable {

    private final ArrowTable groups;
    private final Optional<ArrowTable> members;

    private GroupMap(ArrowTable groups, Optional<ArrowTable> members) {
        this.groups = groups;
        this.members = members;
    }

    /// `number` tells its tables from those of other questions.
    static GroupMap of(Engine engine, long number, Grouping grouping, int cells) {
        var groups = groups(engine, "cell_groups_" + number, grouping, cells);
        return new GroupMap(groups, grouping.people().map(people -> members(engine, "members_" + number, people)));
    }

    ArrowTable groups() {
        return groups;
    }

    Optional<ArrowTable> members() {
        return members;
    }

    private static ArrowTable groups(Engine engine, String name, Grouping grouping, int cells) {
        int size = grouping.groups().stream()
                .mapToInt(group -> group.cells().cardinality())
                .sum();
        var cell = new long[size];
        var kind = new long[size];
        var number = new long[size];
        int at = 0;
        for (int i = 0; i < grouping.groups().size(); i++) {
            for (var bits = grouping.groups().get(i).cells().stream().iterator(); bits.hasNext(); at++) {
                int bit = bits.nextInt();
                cell[at] = bit % cells;
                kind[at] = bit / cells;
                number[at] = i;
            }
        }
        return ArrowTable.builder(engine, name)
                .integers("cell", cell)
                .integers("class", kind)
                .integers("g", number)
                .build();
    }

    private static ArrowTable members(Engine engine, String name, People people) {
        var persons = new ArrayList<String>();
        var kinds = new ArrayList<Long>();
        for (int i = 0; i < people.size(); i++) {
            List<String> members = people.classes().get(i);
            persons.addAll(members);
            for (int j = 0; j < members.size(); j++) {
                kinds.add((long) i);
            }
        }
        return ArrowTable.builder(engine, name)
                .texts("person", persons)
                .integers("class", kinds)
                .build();
    }

    @Override
    public void close() {
        groups.close();
        members.ifPresent(ArrowTable::close);
    }
}
