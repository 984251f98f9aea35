package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.ui.Words;
import java.util.ArrayList;
import java.util.List;

/// A few questions that any purchase or shard can answer, made from what is public about it, each called in the
/// language
/// of the moment.
public final class Examples {

    private final Words words;

    /// With the words of the query screen.
    public Examples(Words words) {
        this.words = words;
    }

    /// Made from its cells, or from what a policy allows of its rows.
    public List<String> of(Venue venue) {
        var examples = new ArrayList<>(of(venue.schemas()));
        venue.policy().tables().values().forEach(table -> {
            if (table instanceof Table.Rows rows
                    && venue.purse().isPresent()
                    && !rows.dimensions().isEmpty()) {
                examples.addAll(of(rows));
            }
        });
        return examples;
    }

    private List<String> of(Table.Rows rows) {
        var dimensions = List.copyOf(rows.dimensions().keySet());
        var examples = new ArrayList<String>();
        if (rows.aggregates().contains(Table.Aggregate.COUNT_DISTINCT_IDENTITY)) {
            examples.add(people(rows, dimensions.get(Math.min(1, dimensions.size() - 1))));
        }
        rows.measures().keySet().stream().findFirst().ifPresent(measure -> {
            if (rows.aggregates().contains(Table.Aggregate.SUM)) {
                examples.add(rows(rows, dimensions.getLast(), "SUM", measure));
            }
            if (rows.aggregates().contains(Table.Aggregate.AVG) && dimensions.size() > 2) {
                examples.add(rows(rows, dimensions.get(2), "AVG", measure));
            }
        });
        return examples;
    }

    private String people(Table.Rows rows, String by) {
        return "-- %s\nSELECT %s, COUNT(DISTINCT %s) AS people\nFROM %s\nGROUP BY %s\nORDER BY %s\n"
                .formatted(words.now("example.people", by), by, rows.identity(), rows.name(), by, by);
    }

    private String rows(Table.Rows rows, String by, String function, String measure) {
        return "-- %s\nSELECT %s, %s(%s) AS %s\nFROM %s\nGROUP BY %s\nORDER BY %s\n"
                .formatted(
                        words.now(function.equals("SUM") ? "example.sum" : "example.mean", measure, by),
                        by,
                        function,
                        measure,
                        function.equals("SUM") ? "total" : "mean",
                        rows.name(),
                        by,
                        by);
    }

    public List<String> of(List<Schema> schemas) {
        var examples = new ArrayList<String>();
        for (var schema : schemas) {
            var dimensions = schema.dimensions();
            var measures = schema.columns().stream()
                    .filter(column -> column.role() == Role.MEASURE)
                    .toList();
            if (!dimensions.isEmpty() && !measures.isEmpty()) {
                var measure = measures.getFirst();
                examples.add(total(schema, dimensions.getFirst(), measure));
                examples.add(extreme(schema, dimensions.getFirst(), measure));
                if (dimensions.size() > 1) {
                    examples.add(cross(schema, dimensions.get(1), dimensions.getLast(), measure));
                }
            }
        }
        return examples;
    }

    private String total(Schema schema, Column by, Column measure) {
        return "-- %s%nSELECT %s, sum(%s) AS total%nFROM %s%nGROUP BY 1%nORDER BY 1%n"
                .formatted(
                        words.now("example.total", measure.name(), by.name()),
                        by.name(),
                        measure.name(),
                        schema.table())
                .replace("\r", "");
    }

    private String cross(Schema schema, Column first, Column second, Column measure) {
        return "-- %s%nSELECT %s, %s, sum(%s) AS total%nFROM %s%nGROUP BY 1, 2%nORDER BY 1, 2%n"
                .formatted(
                        words.now("example.cross", measure.name(), first.name(), second.name()),
                        first.name(),
                        second.name(),
                        measure.name(),
                        schema.table())
                .replace("\r", "");
    }

    private String extreme(Schema schema, Column by, Column measure) {
        return "-- %s%nSELECT %s, max(%s) AS largest%nFROM %s%nGROUP BY 1%nORDER BY 1%n"
                .formatted(
                        words.now("example.largest", measure.name(), by.name()),
                        by.name(),
                        measure.name(),
                        schema.table())
                .replace("\r", "");
    }
}
