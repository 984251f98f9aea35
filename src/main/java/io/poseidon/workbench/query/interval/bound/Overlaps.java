package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Question.Number.Kind;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where in a text people are added up who can stand in several cells, and over which dimensions they can.
///
/// @param places of the sums that were warned about
/// @param dimensions of the table, by name
/// @param people the columns of the table that count people, by name
public record Overlaps(Set<Place> places, Set<String> dimensions, Set<String> people) {

    public static final Overlaps NONE = ofCells(Set.of(), Set.of());

    public Overlaps {
        places = Set.copyOf(places);
        dimensions = Set.copyOf(dimensions);
        people = Set.copyOf(people);
    }

    /// In a table of cells.
    public static Overlaps ofCells(Set<Place> places, Set<String> dimensions) {
        return new Overlaps(places, dimensions, Set.of(Table.Cells.CONTRIBUTORS));
    }

    /// In what is computed from a released table. Of several such tables no column is known by its name alone.
    public static Overlaps ofReleased(Reading reading) {
        var places = places(reading.notes());
        if (reading.questions().size() != 1) {
            return new Overlaps(places, Set.of(), Set.of());
        }
        var question = reading.questions().getFirst();
        var groups = IntStream.range(0, question.groups().size())
                .filter(i -> !question.isStatic(question.groups().get(i)))
                .mapToObj(i -> "g" + i)
                .collect(Collectors.toSet());
        var people = IntStream.range(0, question.numbers().size())
                .filter(i -> question.numbers().get(i).kind() == Kind.COUNT_DISTINCT_IDENTITY)
                .mapToObj(i -> "n" + i)
                .collect(Collectors.toSet());
        return new Overlaps(places, groups, people);
    }

    private static Set<Place> places(List<Decision.Caution> cautions) {
        return cautions.stream()
                .filter(caution -> caution.kind() == Decision.Caution.Kind.OVERLAP)
                .map(Decision.Caution::place)
                .collect(Collectors.toSet());
    }

    /// What a decision warned about.
    public static Overlaps of(Decision decision, PolicyDocument policy) {
        if (!(decision instanceof Decision.Warn warn)) {
            return NONE;
        }
        var dimensions = warn.reading().tables().stream()
                .flatMap(name -> policy.table(name).stream())
                .filter(Table.Cells.class::isInstance)
                .flatMap(table -> ((Table.Cells) table).overlap().stream())
                .collect(Collectors.toSet());
        return ofCells(places(warn.cautions()), dimensions);
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
