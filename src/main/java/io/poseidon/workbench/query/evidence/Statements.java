package io.poseidon.workbench.query.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.evidence.Evidence.Asked;
import io.poseidon.workbench.query.evidence.Evidence.Committed;
import io.poseidon.workbench.query.evidence.Evidence.Ran;
import io.poseidon.workbench.query.evidence.Evidence.Spend;
import io.poseidon.workbench.query.evidence.digest.Shape;
import io.poseidon.workbench.query.gate.Attestation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Records as JSON. What is read must be written the same again, so that there is nothing in a record that is not
/// understood; numbers are texts.
final class Statements {

    private static final String FORM = "poseidon result 1";

    private Statements() {}

    static ObjectNode write(Evidence evidence) {
        var json = JsonNodeFactory.instance.objectNode().put("evidence", 1);
        json.put("attestation", evidence.attestation().word());
        json.put("time", evidence.time().toString());
        texts(json.putObject("origin"), evidence.origin());
        asked(json.putObject("question"), evidence.asked());
        evidence.budget()
                .ifPresent(budget -> json.putObject("budget")
                        .put("buyer", budget.buyer())
                        .put("before", budget.before().toString())
                        .put("after", budget.after().toString())
                        .put("allowance", budget.allowance().toString()));
        committed(json.putObject("result"), evidence.result());
        texts(json.putObject("noise"), evidence.noise());
        return json;
    }

    private static void texts(ObjectNode into, Map<String, String> texts) {
        texts.forEach(into::put);
    }

    private static void asked(ObjectNode into, Asked asked) {
        var ran = asked.ran();
        into.put("policy", asked.policy()).put("text", asked.text()).put("sql", ran.sql());
        into.put("tree", ran.tree()).put("decision", asked.decision());
        ran.engine().ifPresent(version -> into.put("engine", version));
        if (!asked.uploads().isEmpty()) {
            texts(into.putObject("uploads"), asked.uploads());
        }
        var rules = into.putArray("rules");
        asked.rules().forEach(rules::add);
    }

    private static void committed(ObjectNode into, Committed result) {
        into.put("form", FORM).put("digest", result.digest()).put("salt", result.salt());
        var columns = into.putArray("columns");
        for (var column : result.columns()) {
            var json = columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type().name().toLowerCase(Locale.ROOT))
                    .put("unit", column.unit().orElse(null))
                    .put("interval", column.interval());
            if (column.bound()) {
                json.put("bound", true);
            }
        }
    }

    static Optional<Evidence> read(JsonNode json) {
        try {
            var evidence = new Evidence(
                    Attestation.of(text(json, "attestation")).orElseThrow(IllegalArgumentException::new),
                    Instant.parse(text(json, "time")),
                    texts(json.path("origin")),
                    asked(json.path("question")),
                    json.has("budget") ? Optional.of(spend(json.path("budget"))) : Optional.empty(),
                    committed(json.path("result")),
                    texts(json.path("noise")));
            return write(evidence).equals(json) ? Optional.of(evidence) : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Asked asked(JsonNode json) {
        return new Asked(
                text(json, "policy"),
                text(json, "text"),
                new Ran(text(json, "sql"), text(json, "tree"), engine(json)),
                texts(json.path("uploads")),
                text(json, "decision"),
                list(json.path("rules")));
    }

    private static Optional<String> engine(JsonNode json) {
        return json.has("engine") ? Optional.of(text(json, "engine")) : Optional.empty();
    }

    private static Spend spend(JsonNode json) {
        return new Spend(
                text(json, "buyer"),
                Rational.parse(text(json, "before")),
                Rational.parse(text(json, "after")),
                Rational.parse(text(json, "allowance")));
    }

    private static Committed committed(JsonNode json) {
        var columns = json.path("columns").valueStream().map(Statements::shape).toList();
        return new Committed(columns, text(json, "digest"), text(json, "salt"));
    }

    private static Shape shape(JsonNode json) {
        var unit = json.path("unit");
        return new Shape(
                text(json, "name"),
                ColumnType.valueOf(text(json, "type").toUpperCase(Locale.ROOT)),
                unit.isTextual() ? Optional.of(unit.textValue()) : Optional.empty(),
                json.path("interval").booleanValue(),
                json.path("bound").booleanValue());
    }

    private static Map<String, String> texts(JsonNode json) {
        var texts = new TreeMap<String, String>();
        json.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static List<String> list(JsonNode json) {
        return json.valueStream().map(JsonNode::asText).toList();
    }

    private static String text(JsonNode json, String key) {
        if (!json.path(key).isTextual()) {
            throw new IllegalArgumentException(key);
        }
        return json.path(key).textValue();
    }
}
