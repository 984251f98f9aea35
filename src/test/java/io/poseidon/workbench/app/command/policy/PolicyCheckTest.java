package io.poseidon.workbench.app.command.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public final class PolicyCheckTest {

    private static final String POLICY = "src/test/resources/io/poseidon/workbench/query/people.yaml";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void answersOneJsonLineForEachCaseAndExitsWithZero() throws IOException {
        var cases = folder.resolve("cases.jsonl");
        Files.writeString(cases, """
            {"id": "a", "sql": "SELECT COUNT(*) FROM txn", "note": "ignored"}

            {"id": "b", "sql": "SELECT * FROM txn"}
            """);
        assertEquals(0, run("policy", "check", "--policy", POLICY, "--cases", cases.toString(), "--json"));
        var lines = out.toString().strip().split("\n");
        assertEquals(2, lines.length);
        var second = new ObjectMapper().readTree(lines[1]);
        assertEquals("b", second.path("id").asText());
        assertEquals("refuse", second.path("decision").asText());
        assertEquals("ROW_PROJECTION", second.path("rule").asText());
        assertEquals(1, second.path("rules").get(0).path("line").asInt());
        assertTrue(second.path("repair").path("sql").asText().contains("COUNT(*)"));
    }

    @Test
    void aRefusedQuestionExitsWithThree() {
        assertEquals(3, run("policy", "check", "--policy", POLICY, "SELECT MAX(amount) FROM txn"));
        assertTrue(out.toString().contains("AVG(amount)"));
    }

    @Test
    void anAllowedQuestionExitsWithZero() throws IOException {
        assertEquals(0, run("policy", "check", "--policy", POLICY, "--json", "SELECT COUNT(*) FROM txn"));
        assertEquals(
                "allow",
                new ObjectMapper().readTree(out.toString()).path("decision").asText());
    }

    @Test
    void brokenInputIsNamed() throws IOException {
        var cases = folder.resolve("cases.jsonl");
        Files.writeString(cases, "{\"id\": 1}");
        assertEquals(7, run("policy", "check", "--policy", POLICY, "--cases", cases.toString()));
        assertEquals(
                7,
                run(
                        "policy",
                        "check",
                        "--policy",
                        POLICY,
                        "--cases",
                        folder.resolve("none").toString()));
        assertEquals(
                7, run("policy", "check", "--policy", folder.resolve("none").toString(), "SELECT 1"));
        assertEquals(2, run("policy", "check", "--policy", POLICY));
        assertFalse(err.toString().contains("Exception"), err.toString());
    }

    @Test
    void bytesThatAreNoTextAreRefusedAndNotTheFile() throws IOException {
        var cases = folder.resolve("cases.jsonl");
        var bytes = "{\"id\": \"x\", \"sql\": \"SELECT '?'\"}".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
        Files.write(cases, bytes);
        assertEquals(0, run("policy", "check", "--policy", POLICY, "--cases", cases.toString()));
        assertEquals(
                "SYNTAX",
                new ObjectMapper().readTree(out.toString()).path("rule").asText());
    }

    @Test
    void theDayAndThePurposeAreJudgedWhereTheyAreGiven() throws IOException {
        var policy = folder.resolve("dated.yaml");
        Files.writeString(policy, Files.readString(Path.of(POLICY)) + "valid: {from: 2026-10-01, until: 2027-09-30}\n");
        var sql = "SELECT COUNT(*) FROM txn";
        assertEquals("allow", rule(policy, sql));
        assertEquals("EXPIRED", rule(policy, sql, "--at", "2026-09-30T23:59:59Z"));
        assertEquals("allow", rule(policy, sql, "--at", "2027-09-30T23:59:59Z", "--purpose", "research"));
        assertEquals("EXPIRED", rule(policy, sql, "--at", "2027-10-01T00:00:00Z"));
        assertEquals("PURPOSE", rule(policy, sql, "--purpose", "marketing"));
        assertEquals(
                "ROW_PROJECTION",
                rule(policy, "SELECT * FROM txn", "--at", "2030-01-01T00:00:00Z"),
                "the text comes first");
    }

    private String rule(Path policy, String sql, String... more) throws IOException {
        out.getBuffer().setLength(0);
        var arguments = new ArrayList<>(List.of("policy", "check", "--json", "--policy", policy.toString(), sql));
        arguments.addAll(List.of(more));
        int code = run(arguments.toArray(String[]::new));
        var answer = new ObjectMapper().readTree(out.toString());
        assertEquals(answer.path("rule").isNull() ? 0 : 3, code);
        return answer.path("rule").isNull()
                ? answer.path("decision").asText()
                : answer.path("rule").asText();
    }
}
