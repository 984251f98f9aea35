package io.poseidon.workbench.query.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// Reads `{"columns":[{"name"}],"rows":[[…]]}`, as the command line and exports write it.
final class JsonRows {

    private JsonRows() {}

    static void read(Path file, ResultFile.Rows into) throws IOException {
        var document = new JsonMapper().readTree(file.toFile());
        into.columns(document.path("columns")
                .valueStream()
                .map(column -> column.path("name").asText())
                .toList());
        for (var row : document.path("rows")) {
            var values = new ArrayList<Optional<String>>();
            for (JsonNode value : row) {
                values.add(value.isNull() ? Optional.empty() : Optional.of(value.asText()));
            }
            into.row(values);
        }
    }
}
