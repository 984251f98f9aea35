package io.poseidon.workbench.query.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.audit.AuditEntry.Charged;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.audit.AuditEntry.Corrected;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Left;
import io.poseidon.workbench.query.audit.AuditEntry.Outcome;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import io.poseidon.workbench.query.audit.AuditEntry.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads lines of the log, one JSON object each. A line is sound only where it would be written the same again.
final class LineJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LineJson() {}

    static AuditLine line(long sequence, String previous, Instant time, AuditEntry entry) {
        return new AuditLine(sequence, previous, time, entry, Sha256.of(LineText.of(sequence, previous, time, entry)));
    }

    static String write(AuditLine line) {
        return LineText.of(line.sequence(), line.previous(), line.time(), line.entry());
    }

    static Optional<AuditLine> read(String text) {
        try {
            var json = JSON.readTree(text);
            var line = line(
                    json.path("sequence").longValue(),
                    word(json, "previous"),
                    Instant.parse(word(json, "time")),
                    entry(json));
            return write(line).equals(text) ? Optional.of(line) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(JsonNode json) {
        return switch (word(json, "kind")) {
            case "decision" -> decided(json);
            case "exit" ->
                new Left(
                        json.path("decision").longValue(),
                        Exit.valueOf(word(json, "exit").toUpperCase(Locale.ROOT)),
                        word(json, "form"),
                        word(json, "result"),
                        json.path("rows").longValue());
            case "correction" -> new Corrected(json.path("decision").longValue(), word(json, "code"));
            case "charge" ->
                new Charged(
                        word(json, "buyer"),
                        word(json, "snapshot"),
                        words(json.path("vectors")),
                        Rational.parse(word(json, "before")),
                        Rational.parse(word(json, "after")),
                        UploadJson.brought(json.path("frozen")));
            default -> throw new IllegalArgumentException("kind");
        };
    }

    private static Decided decided(JsonNode json) {
        return new Decided(
                Place.valueOf(word(json, "place").toUpperCase(Locale.ROOT)),
                word(json, "dataset"),
                word(json, "policy"),
                new Text(word(json, "text"), word(json, "sha256")),
                circumstances(json),
                optional(json, "sql"),
                Outcome.valueOf(word(json, "outcome").toUpperCase(Locale.ROOT)),
                word(json, "decision"),
                words(json.path("rules")),
                word(json, "code"),
                optional(json, "result"),
                json.path("rows").longValue(),
                Duration.ofMillis(json.path("milliseconds").longValue()),
                json.path("people").isObject() ? Optional.of(people(json.path("people"))) : Optional.empty());
    }

    private static Circumstances circumstances(JsonNode json) {
        var purposes = json.path("purposes");
        return new Circumstances(
                optional(json, "day").map(LocalDate::parse),
                purposes.isNull() ? Optional.empty() : Optional.of(Set.copyOf(words(purposes))),
                UploadJson.brought(json.path("uploads")));
    }

    private static People people(JsonNode json) {
        return new People(
                word(json, "buyer"),
                word(json, "table"),
                word(json, "snapshot"),
                Rational.parse(word(json, "before")),
                Rational.parse(word(json, "after")),
                UploadJson.joined(json.path("joined")));
    }

    private static Optional<String> optional(JsonNode json, String key) {
        return json.path(key).isNull() ? Optional.empty() : Optional.of(word(json, key));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static String word(JsonNode json, String key) {
        if (!json.path(key).isTextual()) {
            throw new IllegalArgumentException(key);
        }
        return json.path(key).textValue();
    }
}
