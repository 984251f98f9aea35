package io.poseidon.workbench.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.poseidon.workbench.engine.text.SqlText;
import java.util.List;

/// Adds expressions to the SELECT list of an approved tree, so that they are computed in the same run.
public final class Beside {

    private static final JsonMapper JSON = new JsonMapper();

    private Beside() {}

    /// The text of the question with `extras` as further columns at the end.
    public static String add(SqlText text, String tree, List<String> extras) {
        if (extras.isEmpty()) {
            return text.toSql(tree);
        }
        var question = read(tree);
        var list = (ArrayNode) selectList(question);
        selectList(read(text.toTree("SELECT " + String.join(", ", extras)))).forEach(list::add);
        return text.toSql(question.toString());
    }

    private static JsonNode selectList(JsonNode tree) {
        return tree.path("statements").path(0).path("node").path("select_list");
    }

    private static JsonNode read(String tree) {
        try {
            return JSON.readTree(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine's tree is no JSON", e);
        }
    }
}
