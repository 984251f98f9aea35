package io.poseidon.workbench.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Judges documents by a JSON Schema, as far as draft 2020-12 is used in this house: a keyword it does not know is an
/// error, so that nothing in a schema goes unread.
final class SchemaJudge {

    private static final Set<String> NOTES = Set.of("$schema", "$id", "$defs", "title", "description", "then", "else");

    private final JsonNode root;

    SchemaJudge(JsonNode root) {
        this.root = root;
    }

    boolean accepts(JsonNode document) {
        return accepts(root, document);
    }

    private boolean accepts(JsonNode schema, JsonNode value) {
        if (schema.isBoolean()) {
            return schema.booleanValue();
        }
        return schema.properties().stream()
                .allMatch(
                        rule -> NOTES.contains(rule.getKey()) || holds(schema, rule.getKey(), rule.getValue(), value));
    }

    private boolean holds(JsonNode schema, String keyword, JsonNode rule, JsonNode value) {
        return switch (keyword) {
            case "$ref" -> accepts(root.at(rule.asText().substring(1)), value);
            case "type" -> types(rule).anyMatch(type -> isOf(type, value));
            case "enum" -> rule.valueStream().anyMatch(value::equals);
            case "const" -> rule.equals(value);
            case "required" -> !value.isObject() || rule.valueStream().allMatch(name -> value.has(name.asText()));
            case "properties" ->
                value.properties().stream()
                        .allMatch(entry ->
                                !rule.has(entry.getKey()) || accepts(rule.get(entry.getKey()), entry.getValue()));
            case "additionalProperties" ->
                value.properties().stream()
                        .allMatch(entry ->
                                schema.path("properties").has(entry.getKey()) || accepts(rule, entry.getValue()));
            case "propertyNames" ->
                value.properties().stream().allMatch(entry -> accepts(rule, TextNode.valueOf(entry.getKey())));
            case "items" -> !value.isArray() || value.valueStream().allMatch(item -> accepts(rule, item));
            case "uniqueItems" -> !value.isArray() || isUnique(value);
            case "pattern" ->
                !value.isTextual()
                        || Pattern.compile(rule.asText())
                                .matcher(value.asText())
                                .find();
            case "maxLength" -> !value.isTextual() || value.asText().length() <= rule.asInt();
            case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) >= 0;
            case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) <= 0;
            case "exclusiveMinimum" -> !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) > 0;
            case "allOf" -> rule.valueStream().allMatch(part -> accepts(part, value));
            case "anyOf" -> rule.valueStream().anyMatch(part -> accepts(part, value));
            case "if" -> branch(schema, accepts(rule, value) ? "then" : "else", value);
            default -> throw new AssertionError("the judge does not know " + keyword);
        };
    }

    private boolean branch(JsonNode schema, String branch, JsonNode value) {
        return !schema.has(branch) || accepts(schema.get(branch), value);
    }

    private static Stream<String> types(JsonNode rule) {
        return rule.isArray() ? rule.valueStream().map(JsonNode::asText) : Stream.of(rule.asText());
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            case "boolean" -> value.isBoolean();
            default -> throw new AssertionError("the judge does not know the type " + type);
        };
    }

    private static boolean isUnique(JsonNode list) {
        var seen = new HashSet<JsonNode>();
        return list.valueStream().allMatch(seen::add);
    }
}
