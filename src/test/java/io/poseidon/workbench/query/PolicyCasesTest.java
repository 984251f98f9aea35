package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.decide.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The published worked cases, and many more of each kind of our own.
final class PolicyCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Engine engine;
    private static StatementReader reader;

    @BeforeAll
    static void start() {
        engine = Engine.start();
        reader = new StatementReader(engine.sqlText());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void decidesThePublishedCases() throws IOException {
        check(Shared.path("vectors/policy/cases.jsonl"), Shared.path("vectors/policy"));
    }

    @Test
    void decidesOurOwnCases() throws IOException {
        var folder = Path.of("src/test/resources/io/poseidon/workbench/query");
        check(folder.resolve("cases.jsonl"), folder);
    }

    private static void check(Path cases, Path policies) throws IOException {
        var wrong = new ArrayList<String>();
        int count = 0;
        var decisions = new HashMap<String, Decisions>();
        for (var line : Files.readAllLines(cases)) {
            if (line.isBlank()) {
                continue;
            }
            var item = JSON.readTree(line);
            var policy = decisions.computeIfAbsent(
                    item.path("policy").asText(),
                    name -> new Decisions(PolicyDocument.read(policies.resolve(name + ".yaml"))));
            var decision = policy.decide(reader.read(item.path("sql").asText()));
            if (!agrees(item, decision)) {
                wrong.add(item + "\n    got " + decision.word() + " " + rules(decision));
            }
            count++;
        }
        assertTrue(count > 30, "the cases are there");
        assertEquals(List.of(), wrong, String.join("\n", wrong));
    }

    private static boolean agrees(JsonNode item, Decision decision) {
        return item.path("expect").asText().equals(decision.word())
                && (item.path("rule").isNull()
                        || rules(decision).contains(item.path("rule").asText()));
    }

    private static List<String> rules(Decision decision) {
        return decision instanceof Decision.Refuse refuse
                ? refuse.findings().stream()
                        .map(finding -> finding.rule().name())
                        .toList()
                : List.of();
    }
}
