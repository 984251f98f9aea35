package io.poseidon.workbench.query.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Questions for a policy, one JSON object a line: `id`, `sql`, and `session` where lines form a history; other keys
/// are ignored. Bytes that are no UTF-8 stay in the question, so that it is refused and not the file.
public final class CaseFile {

    /// `id` as it was written.
    public record Item(String id, String sql, Optional<String> session) {}

    /// Half a character, which no question may hold: stands for bytes that are no UTF-8.
    private static final char NO_TEXT = '\udfff';

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseFile() {}

    public static List<Item> read(Path file) {
        var items = new ArrayList<Item>();
        int number = 0;
        for (var line : text(file).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                items.add(item(file, number, line));
            }
        }
        return items;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\ufffd', NO_TEXT);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.INPUT, CaseFile.class, "cases-unreadable", file)
                    .because(e);
        }
    }

    private static Item item(Path file, int number, String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw Problem.of(Problem.Kind.INPUT, CaseFile.class, "case-malformed", file.getFileName(), number)
                    .because(e);
        }
        if (!node.isObject() || !node.path("sql").isTextual()) {
            throw Problem.of(Problem.Kind.INPUT, CaseFile.class, "case-malformed", file.getFileName(), number);
        }
        var session = node.path("session");
        var named = session.isValueNode() && !session.isNull();
        return new Item(
                node.path("id").asText(),
                node.path("sql").asText(),
                named ? Optional.of(session.asText()) : Optional.empty());
    }
}
