package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where in a text people are added up who can stand in several cells, and over which dimensions they can.
///
/// @param places of the sums that were warned about
/// @param dimensions of the table, by name
public record Overlaps(Set<Place> places, Set<String> dimensions) {

    public static final Overlaps NONE = new Overlaps(Set.of(), Set.of());

    public Overlaps {
        places = Set.copyOf(places);
        dimensions = Set.copyOf(dimensions);
    }

    /// What a decision warned about.
    public static Overlaps of(Decision decision, PolicyDocument policy) {
        if (!(decision instanceof Decision.Warn warn)) {
            return NONE;
        }
        var places = warn.cautions().stream()
                .filter(caution -> caution.kind() == Decision.Caution.Kind.OVERLAP)
                .map(Decision.Caution::place)
                .collect(Collectors.toSet());
        var dimensions = warn.reading().tables().stream()
                .flatMap(name -> policy.table(name).stream())
                .filter(Table.Cells.class::isInstance)
                .flatMap(table -> ((Table.Cells) table).overlap().stream())
                .collect(Collectors.toSet());
        return new Overlaps(places, dimensions);
    }

    public boolean isAt(Place place) {
        return places.contains(place);
    }

    List<Column> columns(Schema schema) {
        return schema.dimensions().stream()
                .filter(column -> dimensions.contains(column.name()))
                .toList();
    }
}
