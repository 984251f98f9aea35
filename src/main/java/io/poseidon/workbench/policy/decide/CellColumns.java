package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.CellDimension;
import io.poseidon.workbench.policy.decide.scope.Nature.People;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The columns of cells as one reference to their table knows them: the same dimension of another reference is another.
final class CellColumns {

    private CellColumns() {}

    static Relation relation(Table.Cells table, int instance) {
        var attributes = new ArrayList<Attribute>();
        var open = table.overlap().stream().map(name -> key(instance, name)).toList();
        for (var name : table.columns().keySet()) {
            boolean number = name.endsWith("_sum") || name.endsWith("_count");
            attributes.add(new Attribute(
                    name,
                    name.equals(Table.Cells.CONTRIBUTORS)
                            ? new People(Set.copyOf(open))
                            : number ? new Nature.CellNumber() : new CellDimension(key(instance, name))));
        }
        return Relation.free(attributes);
    }

    private static String key(int instance, String name) {
        return instance + ":" + name;
    }

    static String shown(String key) {
        return key.substring(key.lastIndexOf(':') + 1);
    }

    /// Another reference to the same named query: its dimensions are not those of the first.
    static Relation instance(Relation relation, int instance) {
        return relation.with(relation.attributes().stream()
                .map(attribute -> new Attribute(attribute.name(), instance(attribute.nature(), instance)))
                .toList());
    }

    private static Nature instance(Nature nature, int instance) {
        UnaryOperator<String> key = name -> instance + ":" + name;
        return switch (nature) {
            case People people -> new People(people.open().stream().map(key).collect(Collectors.toSet()));
            case CellDimension dimension -> new CellDimension(key.apply(dimension.key()));
            case Nature.Free _,
                    Nature.Broken _,
                    Nature.Identity _,
                    Nature.Measure _,
                    Nature.Dimensional _,
                    Nature.OwnColumn _,
                    Nature.OwnNumber _,
                    Nature.Unfit _,
                    Nature.CellNumber _,
                    Nature.Ratio _ -> nature;
        };
    }

    /// People of two parts put one under the other may be the same.
    static Nature united(Attribute attribute, String union) {
        if (!(attribute.nature() instanceof People people)) {
            return attribute.nature() instanceof CellDimension ? Nature.FREE : attribute.nature();
        }
        var open = new TreeSet<>(people.open());
        open.add(union);
        return new People(open);
    }
}
