package io.poseidon.workbench.query.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.audit.AuditEntry.Brought;
import io.poseidon.workbench.query.audit.AuditEntry.Declared;
import io.poseidon.workbench.query.audit.AuditEntry.Joined;
import io.poseidon.workbench.query.upload.JoinFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Own tables in lines of the log. One without columns is a text, its name and digest, as the first builds wrote it.
final class UploadJson {

    private UploadJson() {}

    static void brought(ArrayNode into, List<Brought> uploads) {
        for (var own : uploads) {
            if (own.columns().isEmpty()) {
                into.add(own.name() + " " + own.digest());
            } else {
                brought(into.addObject(), own);
            }
        }
    }

    private static void brought(ObjectNode into, Brought own) {
        into.put("name", own.name()).put("digest", own.digest()).put("replaces", own.replaces());
        var columns = into.putObject("columns");
        own.columns()
                .forEach(column ->
                        columns.put(column.name(), column.type().name().toLowerCase(Locale.ROOT)));
    }

    static List<Brought> brought(JsonNode list) {
        return list.valueStream().map(UploadJson::own).toList();
    }

    private static Brought own(JsonNode json) {
        if (json.isTextual()) {
            int end = json.textValue().lastIndexOf(' ');
            return new Brought(
                    json.textValue().substring(0, Math.max(0, end)),
                    json.textValue().substring(end + 1),
                    List.of(),
                    false);
        }
        var columns = json.path("columns").properties().stream()
                .map(column -> new Declared(
                        column.getKey(),
                        ColumnType.valueOf(column.getValue().asText().toUpperCase(Locale.ROOT))))
                .toList();
        return new Brought(
                json.path("name").asText(),
                json.path("digest").asText(),
                columns,
                json.path("replaces").asBoolean());
    }

    static void joined(ArrayNode into, List<Joined> questions) {
        for (var question : questions) {
            var json = into.addObject();
            question.facts().repeated().forEach(json.putArray("repeated")::add);
            question.facts().listed().ifPresent(people -> listed(json.putObject("people"), people));
            question.vectors().forEach(json.putArray("vectors")::add);
        }
    }

    private static void listed(ObjectNode into, JoinFacts.Listed people) {
        into.put("count", people.people()).put("kinds", people.kinds());
        var fewest = into.putObject("fewest");
        people.columns().forEach(column -> fewest.put(column.column(), column.fewest()));
    }

    static List<Joined> joined(JsonNode list) {
        return list.valueStream().map(UploadJson::question).toList();
    }

    private static Joined question(JsonNode json) {
        var listed = json.has("people") ? Optional.of(listed(json.path("people"))) : Optional.<JoinFacts.Listed>empty();
        return new Joined(new JoinFacts(words(json.path("repeated")), listed), words(json.path("vectors")));
    }

    private static JoinFacts.Listed listed(JsonNode json) {
        var columns = json.path("fewest").properties().stream()
                .map(column ->
                        new JoinFacts.Covered(column.getKey(), column.getValue().longValue()))
                .toList();
        return new JoinFacts.Listed(
                json.path("count").longValue(), json.path("kinds").longValue(), columns);
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
