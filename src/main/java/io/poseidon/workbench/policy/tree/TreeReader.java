package io.poseidon.workbench.policy.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;

/// Reads the engine's answer to "what is the tree of this text".
public final class TreeReader {

    private TreeReader() {}

    public static Query read(JsonNode answer, String sql) throws Unreadable {
        var statements = answer.path("statements");
        if (!statements.isArray()) {
            throw new Unreadable(Rule.STATEMENT, Place.WHOLE, "");
        }
        if (statements.isEmpty()) {
            throw new Unreadable(Rule.SYNTAX, Place.WHOLE, "");
        }
        if (statements.size() != 1) {
            throw new Unreadable(Rule.STATEMENT, Place.WHOLE, ";");
        }
        return new QueryReader().statement(new Node(statements.get(0), new TextPlaces(sql)));
    }
}
