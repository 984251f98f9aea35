package io.poseidon.workbench.query.evidence;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// Reads `{"columns":[{"name"}],"rows":[[…]]}`, as the command line and exports write it, a row at a time. The columns
/// come before the rows. One document without a key that stands twice: others would read something else in it.
final class JsonRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonRows() {}

    static void read(Path file, ResultFile.Rows into) throws IOException {
        try (var parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                fields(parser, into);
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one document");
            }
        }
    }

    private static void fields(JsonParser parser, ResultFile.Rows into) throws IOException {
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            switch (key) {
                case "columns" -> columns(parser.readValueAsTree(), into);
                case "rows" -> rows(parser, into);
                default -> parser.skipChildren();
            }
        }
    }

    private static void columns(JsonNode columns, ResultFile.Rows into) {
        into.columns(columns.valueStream()
                .map(column -> column.path("name").asText())
                .toList());
    }

    private static void rows(JsonParser parser, ResultFile.Rows into) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode row = parser.readValueAsTree();
            var values = new ArrayList<Optional<String>>();
            for (JsonNode value : row) {
                values.add(value.isNull() ? Optional.empty() : Optional.of(value.asText()));
            }
            into.row(values);
        }
    }
}
