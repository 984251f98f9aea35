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
    private final int cells;
    private final boolean oneCellEach;

    private GroupMap(ArrowTable groups, Optional<ArrowTable> members, int cells, boolean oneCellEach) {
        this.groups = groups;
        this.members = members;
        this.cells = cells;
        this.oneCellEach = oneCellEach;
    }

    /// `number` tells its tables from those of other questions.
    static GroupMap of(Engine engine, long number, Grouping grouping, int cells) {
        var groups = groups(engine, "cell_groups_" + number, grouping, cells);
        var members = grouping.people().map(people -> members(engine, "members_" + number, people));
        boolean oneCellEach = members.isEmpty() && grouping.groups().stream().allMatch(group -> group.size() == 1);
        return new GroupMap(groups, members, cells, oneCellEach);
    }

    /// The statement that copies the groups to a table of the engine's own, which knows how far its numbers go and is
    /// the faster to be looked up in.
    String copied() {
        return "CREATE TABLE " + name() + " AS FROM " + groups.name();
    }

    String name() {
        return groups.name() + "_copied";
    }

    /// Declared cells of the whole domain.
    int cells() {
        return cells;
    }

    /// Whether a person has one line at most in each group.
    boolean isOneCellEach() {
        return oneCellEach;
    }

    ArrowTable groups() {
        return groups;
    }

    Optional<ArrowTable> members() {
        return members;
    }

    private static ArrowTable groups(Engine engine, String name, Grouping grouping, int cells) {
        int size = grouping.groups().stream().mapToInt(group -> group.size()).sum();
        var cell = new long[size];
        var kind = new long[size];
        var number = new long[size];
        int at = 0;
        for (int i = 0; i < grouping.groups().size(); i++) {
            for (var bits = grouping.groups().get(i).bits().iterator(); bits.hasNext(); at++) {
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
