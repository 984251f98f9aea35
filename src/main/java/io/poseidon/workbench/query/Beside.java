package io.poseidon.workbench.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.poseidon.workbench.engine.text.SqlText;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.interval.bound.Widening;
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
        columns(text, extras).forEach(list::add);
        return text.toSql(question.toString());
    }

    /// The same, where inner SELECTs give something for it.
    public static String add(SqlText text, String tree, IntervalPlan plan) {
        var question = read(tree);
        plan.widenings().forEach(widening -> widen(text, question, widening));
        return add(text, question.toString(), plan.extras());
    }

    private static void widen(SqlText text, JsonNode question, Widening widening) {
        var select = question.path("statements").path(0).path("node").at(widening.path());
        var list = (ArrayNode) select.path("select_list");
        widening.stars()
                .forEach((place, sql) ->
                        list.set(place, columns(text, List.of(sql)).path(0)));
        if (!widening.outputs().isEmpty()) {
            columns(text, widening.outputs()).forEach(list::add);
        }
    }

    private static JsonNode columns(SqlText text, List<String> sql) {
        return selectList(read(text.toTree("SELECT " + String.join(", ", sql))));
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
