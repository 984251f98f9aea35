package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.decide.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Taking something away from a policy, step by step and in any order, never lets anything through that was refused.
final class TighteningTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/poseidon/workbench/query");

    private static final List<UnaryOperator<String>> STEPS = List.of(
            text -> text.replaceFirst("aggregates: \\[(.*), \\w+]", "aggregates: [$1]"),
            text -> text.replaceFirst("literals: \\[\\w+, (.*)]", "literals: [$1]"),
            text -> text.replaceFirst("literals: \\[(.*), \\w+]", "literals: [$1]"),
            text -> text.replaceFirst("minimumCohort: (\\d+)", "minimumCohort: 1$1"),
            text -> text.replaceFirst("maximumGroupsPerContributor: \\d+", "maximumGroupsPerContributor: 1"),
            text -> text.replaceFirst(
                    "maximumRowsPerContributorAndGroup: \\d+", "maximumRowsPerContributorAndGroup: 1"),
            text -> text.replaceFirst("top1: 0\\.6", "top1: 0.3"),
            text -> text.replaceFirst("\\n +points: .*", ""),
            text -> text.replaceFirst("\\n +channel: .*", ""),
            text -> text.replaceFirst("\\n +- \\{with: my_customers, on: user_id}", ""),
            text -> text.replaceFirst(", guess: double", ""),
            text -> text.replaceFirst("\\n +my_notes: .*", ""));

    private static final List<Statement> STATEMENTS = new ArrayList<>();
    private static Engine engine;

    @BeforeAll
    static void start() throws IOException {
        engine = Engine.start();
        var reader = new StatementReader(engine.sqlText());
        var json = new ObjectMapper();
        for (var file : List.of("cases.jsonl", "bad-input.jsonl")) {
            for (var line : Files.readAllLines(FOLDER.resolve(file))) {
                var item = json.readTree(line);
                if (item.path("policy").asText("people").equals("people")) {
                    STATEMENTS.add(reader.read(item.path("sql").asText()));
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingRefusedIsLetThroughByLess(long seed) throws IOException {
        var random = new Random(seed);
        var text = Files.readString(FOLDER.resolve("people.yaml"));
        var refused = new HashSet<>(refused(text));
        int first = refused.size();
        var left = new ArrayList<>(STEPS);
        while (!left.isEmpty()) {
            var tighter = left.remove(random.nextInt(left.size())).apply(text);
            assertNotEquals(text, tighter, "each step takes something away");
            var now = refused(tighter);
            refused.removeAll(now);
            assertEquals(List.of(), refused.stream().map(Statement::sql).toList(), "seed " + seed + "\n" + tighter);
            refused.addAll(now);
            text = tighter;
        }
        assertTrue(refused.size() > first, "the last policy refuses more than the first");
    }

    private static List<Statement> refused(String policy) {
        var decisions = new Decisions(PolicyDocument.parse("tighter.yaml", policy));
        return STATEMENTS.stream()
                .filter(statement -> !decisions.decide(statement).mayRun())
                .toList();
    }
}
