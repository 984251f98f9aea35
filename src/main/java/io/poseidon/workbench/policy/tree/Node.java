package io.poseidon.workbench.policy.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// One object of the engine's tree, read strictly: a field that is not asked for must not be there.
final class Node {

    /// What an expression, and a source, always carry.
    private static final Set<String> COMMON =
            Set.of("class", "type", "alias", "query_location", "query_location_length", "sample");

    private final JsonNode json;
    private final TextPlaces places;

    Node(JsonNode json, TextPlaces places) {
        this.json = json;
        this.places = places;
    }

    /// Refuses every field beyond these and the common ones.
    Node only(String... known) throws Unreadable {
        if (!json.isObject()) {
            throw unknown("a node without fields");
        }
        for (var field : json.properties()) {
            if (!COMMON.contains(field.getKey()) && !isOneOf(known, field.getKey())) {
                throw unknown(field.getKey());
            }
        }
        return this;
    }

    private static boolean isOneOf(String[] names, String name) {
        for (var known : names) {
            if (known.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /// Refuses these fields unless they say nothing.
    Node empty(String... fields) throws Unreadable {
        for (var field : fields) {
            var value = json.path(field);
            if (!saysNothing(value)) {
                throw unknown(field);
            }
        }
        return this;
    }

    private static boolean saysNothing(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> true;
            case BOOLEAN -> !value.asBoolean();
            case STRING -> value.asText().isEmpty();
            case ARRAY -> value.isEmpty();
            case OBJECT -> StreamSupport.stream(value.spliterator(), false).allMatch(part -> saysNothing(part));
            case NUMBER, BINARY, POJO -> false;
        };
    }

    String text(String field) throws Unreadable {
        var value = json.path(field);
        if (!value.isTextual()) {
            throw unknown(field);
        }
        return value.asText();
    }

    /// Empty where the field is absent or null.
    String optionalText(String field) {
        return json.path(field).isTextual() ? json.path(field).asText() : "";
    }

    boolean flag(String field) throws Unreadable {
        var value = json.path(field);
        if (!value.isBoolean()) {
            throw unknown(field);
        }
        return value.asBoolean();
    }

    int number(String field) throws Unreadable {
        var value = json.path(field);
        if (!value.isIntegralNumber()) {
            throw unknown(field);
        }
        return value.asInt();
    }

    Node node(String field) throws Unreadable {
        var value = json.path(field);
        if (!value.isObject()) {
            throw unknown(field);
        }
        return new Node(value, places);
    }

    Optional<Node> optional(String field) throws Unreadable {
        var value = json.path(field);
        return value.isNull() || value instanceof MissingNode ? Optional.empty() : Optional.of(node(field));
    }

    List<Node> nodes(String field) throws Unreadable {
        return wrap(array(field));
    }

    /// A list of lists of nodes.
    List<List<Node>> table(String field) throws Unreadable {
        var rows = new ArrayList<List<Node>>();
        for (var row : array(field)) {
            if (!row.isArray()) {
                throw unknown(field);
            }
            rows.add(wrap(row));
        }
        return rows;
    }

    List<String> texts(String field) throws Unreadable {
        var texts = new ArrayList<String>();
        for (var value : array(field)) {
            if (!value.isTextual()) {
                throw unknown(field);
            }
            texts.add(value.asText());
        }
        return texts;
    }

    List<List<Integer>> numbers(String field) throws Unreadable {
        var rows = new ArrayList<List<Integer>>();
        for (var row : array(field)) {
            var numbers = new ArrayList<Integer>();
            row.forEach(value -> numbers.add(value.asInt()));
            rows.add(numbers);
        }
        return rows;
    }

    /// One of a closed list of the engine's words.
    <T extends Enum<T>> T word(String field, Class<T> words) throws Unreadable {
        var text = text(field);
        for (var word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw unknown(text);
    }

    Place place() {
        var offset = json.path("query_location");
        if (!offset.isIntegralNumber() || !offset.canConvertToInt()) {
            return Place.WHOLE;
        }
        return places.ofBytes(
                offset.asLong(), json.path("query_location_length").asLong());
    }

    Expression.Mark mark() {
        return new Expression.Mark(place(), optionalText("alias"));
    }

    /// A node, field or word this build does not know.
    Unreadable unknown(String what) {
        return new Unreadable(Rule.STATEMENT, place(), what.toLowerCase(Locale.ROOT));
    }

    Unreadable refused(Rule rule, String subject) {
        return new Unreadable(rule, place(), subject);
    }

    private JsonNode array(String field) throws Unreadable {
        var value = json.path(field);
        if (!value.isArray()) {
            throw unknown(field);
        }
        return value;
    }

    private List<Node> wrap(JsonNode array) {
        var nodes = new ArrayList<Node>(array.size());
        array.forEach(value -> nodes.add(new Node(value, places)));
        return nodes;
    }
}
