package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A file of cases answered: `{"kind": K, "cases": [{"id", …}]}`, a single case with its `kind` beside it, or, with no
/// kind, a list of cases per kind. All are answered before anything is printed, so one bad case prints nothing.
public final class Answers {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final List<String> lines = new ArrayList<>();

    private Answers() {}

    public static Answers of(Document file, Map<String, Rule> rules) {
        var answers = new Answers();
        var kind = file.optional("kind");
        if (kind.isPresent()) {
            answers.oneKind(file, kind.get(), rules);
        } else {
            answers.listsByKind(file, rules);
        }
        return answers;
    }

    public ObjectNode json() {
        return json;
    }

    public String text() {
        return String.join("\n", lines);
    }

    private void oneKind(Document file, Document kind, Map<String, Rule> rules) {
        var rule = rule(kind.text(), rules);
        json.put("kind", kind.text());
        var list = json.putArray("cases");
        var cases = file.optional("cases").map(Document::items).orElseGet(() -> List.of(file));
        for (int i = 0; i < cases.size(); i++) {
            var id = cases.get(i).optional("id").map(Document::text).orElse(String.valueOf(i + 1));
            var entry = list.addObject().put("id", id);
            fill(entry, rule.answer(cases.get(i)), id);
        }
    }

    /// Answered twice over: list by list as the file is laid out, and as one list of `cases` with ids `KIND[INDEX]`.
    private void listsByKind(Document file, Map<String, Rule> rules) {
        json.put("kind", "misc");
        var flat = json.putArray("cases");
        file.entries().forEach((kind, cases) -> {
            var rule = rule(kind, rules);
            var list = json.putArray(kind);
            var items = cases.items();
            for (int i = 0; i < items.size(); i++) {
                var id = kind + "[" + i + "]";
                var answer = rule.answer(items.get(i));
                fill(flat.addObject().put("id", id), answer, id);
                list.addObject().set("answer", answer.json());
            }
        });
    }

    private void fill(ObjectNode entry, Answer answer, String id) {
        entry.set("answer", answer.json());
        lines.add(id + ": " + answer.text());
    }

    private static Rule rule(String kind, Map<String, Rule> rules) {
        var rule = rules.get(kind);
        if (rule == null) {
            var known = String.join(", ", rules.keySet().stream().sorted().toList());
            throw Problem.of(Problem.Kind.INPUT, Answers.class, "unknown-kind", kind, known);
        }
        return rule;
    }
}
