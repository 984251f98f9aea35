package io.poseidon.workbench.sealing.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.sealing.ledger.Cut.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A cut inside a line of the ledger. An absent one is unknown.
final class CutJson {

    private CutJson() {}

    static void write(ObjectNode json, Cut cut) {
        cut.time()
                .ifPresent(time -> json.putObject("time")
                        .put("column", time.column())
                        .put("from", time.from())
                        .put("to", time.to()));
        var edges = json.putObject("edges");
        cut.edges().forEach((column, values) -> {
            var list = edges.putArray(column);
            values.forEach(value -> list.add(value.toString()));
        });
    }

    static Cut read(JsonNode json) {
        if (json.isMissingNode()) {
            return Cut.UNKNOWN;
        }
        var edges = new TreeMap<String, List<Long>>();
        json.path("edges").properties().forEach(column -> {
            var values = new ArrayList<Long>();
            column.getValue().forEach(value -> values.add(Long.parseLong(value.asText())));
            edges.put(column.getKey(), values);
        });
        return new Cut(time(json.path("time")), edges);
    }

    private static Optional<Time> time(JsonNode time) {
        return time.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Time(
                        time.path("column").asText(),
                        time.path("from").asText(),
                        time.path("to").asText()));
    }
}
