package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import java.util.ArrayList;
import java.util.List;

/// A few questions that any purchase can answer, made from its schema.
public final class Examples {

    private Examples() {}

    public static List<String> of(List<Schema> schemas) {
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

    private static String total(Schema schema, Column by, Column measure) {
        return "-- %s by %s%nSELECT %s, sum(%s) AS total%nFROM %s%nGROUP BY 1%nORDER BY 1%n"
                .formatted(measure.name(), by.name(), by.name(), measure.name(), schema.table())
                .replace("\r", "");
    }

    private static String cross(Schema schema, Column first, Column second, Column measure) {
        return "-- %s by %s and %s%nSELECT %s, %s, sum(%s) AS total%nFROM %s%nGROUP BY 1, 2%nORDER BY 1, 2%n"
                .formatted(
                        measure.name(),
                        first.name(),
                        second.name(),
                        first.name(),
                        second.name(),
                        measure.name(),
                        schema.table())
                .replace("\r", "");
    }

    private static String extreme(Schema schema, Column by, Column measure) {
        return "-- Largest cell of %s by %s%nSELECT %s, max(%s) AS largest%nFROM %s%nGROUP BY 1%nORDER BY 1%n"
                .formatted(measure.name(), by.name(), by.name(), measure.name(), schema.table())
                .replace("\r", "");
    }
}
