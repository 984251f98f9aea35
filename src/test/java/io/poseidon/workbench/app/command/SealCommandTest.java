package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.sealing.Specs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealCommandTest {

    private static final String HEADER = "user_id,region,age,month,amount\n";

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();
    private String recipient = "";

    @BeforeEach
    void prepare() throws IOException {
        Specs.write(folder, Specs.SMALL);
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < 100; i++) {
            rows.append("u%d,Seoul,25,7,10\n".formatted(i));
        }
        write("rows.csv", rows.toString());
        recipient = run(0, "keygen", "--out", at("id.txt")).path("recipient").asText();
        run(0, "keygen", "--signer", "--out", at("signer"));
    }

    @Test
    void sealsWhatVerifyThenFindsGood() throws IOException {
        initLedger();
        var sealed = run(0, seal("rows.csv"));
        assertEquals("1/2", sealed.path("ledger").path("left").asText());
        assertEquals(100, sealed.path("validation").path("accepted").asInt());
        var verdict = run(0, "verify", at("out.poseidon"), "-i", at("id.txt"), "--trust", at("signer.pub"));
        assertEquals("good", verdict.path("verdict").asText());
        var ledger = run(0, "ledger", "show", at("release-ledger.log"));
        assertEquals("1/2", ledger.path("spent").asText());
        assertTrue(ledger.path("editions").get(0).path("released").asBoolean());
    }

    @Test
    void aDryRunNeedsNoKeysAndSpendsNothing() throws IOException {
        initLedger();
        var before = files();
        var estimate =
                run(0, "seal", "--spec", at("spec.yaml"), "--input", at("rows.csv"), "--version", "gold", "--dry-run");
        assertEquals("1/2", estimate.path("cost").asText());
        assertEquals("6.4741", estimate.path("versions").get(0).path("epsilon").asText());
        assertEquals(before, files());
    }

    @Test
    void missingOptionsAndUnknownVersionsAreUsage() throws IOException {
        initLedger();
        run(2, "seal", "--spec", at("spec.yaml"), "--input", at("rows.csv"), "--version", "gold");
        run(2, "seal", "--spec", at("spec.yaml"), "--input", at("rows.csv"), "--version", "tin", "--dry-run");
        run(2, "ledger", "init", "--population", "p", "--rho", "a lot", "--out", at("l.log"));
        run(2, "ledger", "init", "--population", "p", "--rho", "1/0", "--out", at("l.log"));
        run(2, "ledger", "init", "--population", "p", "--rho", "-1", "--out", at("l.log"));
    }

    @Test
    void overBudgetIsRefusedWithWhatIsLeft() throws IOException {
        run(0, "ledger", "init", "--population", "p", "--rho", "0.25", "--out", at("release-ledger.log"));
        var error = run(3, seal("rows.csv")).path("error");
        assertEquals("over-budget", error.path("code").asText());
        assertTrue(error.path("message").asText().contains("1/4"));
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id,region,age,month\nu1,Seoul,25,7\n",
                HEADER + "u1,Seoul,25,7,ten\n",
                HEADER + "u1,Seoul,25\n",
                HEADER + "\"u1,Seoul,25,7,1\n",
                HEADER + "u1,S\u00e9oul,25,7,1\n",
                HEADER + "LONG,Seoul,25,7,1\n",
                HEADER,
                ""
            })
    void aBadInputIsAClearErrorAndLeavesNothing(String text) throws IOException {
        initLedger();
        var bytes = text.replace("LONG", "x".repeat(1_000_000)).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("bad.csv"), bytes);
        var error = run(7, seal("bad.csv")).path("error");
        assertFalse(error.path("message").asText().isBlank());
        assertFalse(error.path("next").asText().isBlank());
        assertFalse(errors.toString().contains("\tat "), errors.toString());
        assertEquals(
                "1",
                run(0, "ledger", "show", at("release-ledger.log")).path("left").asText());
        assertNothingLeft();
    }

    @Test
    void aBadSpecificationOrKeyIsAnInputError() throws IOException {
        initLedger();
        Specs.write(folder, Specs.SMALL + "colour: blue\n");
        assertEquals(
                "unknown-key",
                run(7, seal("rows.csv")).path("error").path("code").asText());
        Specs.write(folder, Specs.SMALL);
        write("signer.key", "no key");
        run(7, seal("rows.csv"));
        assertNothingLeft();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        initLedger();
        var arguments = seal("rows.csv");
        arguments[arguments.length - 1] = at("nowhere/out.poseidon");
        var code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(errors), arguments);
        assertEquals(8, code, errors.toString());
        assertFalse(errors.toString().contains("\tat "), errors.toString());
    }

    private void initLedger() throws IOException {
        run(0, "ledger", "init", "--population", "users", "--rho", "1", "--out", at("release-ledger.log"));
    }

    private String[] seal(String input) {
        return new String[] {
            "seal",
            "--spec",
            at("spec.yaml"),
            "--input",
            at(input),
            "--version",
            "gold",
            "--recipient",
            recipient,
            "--signer",
            at("signer.key"),
            "--valid-from",
            "2026-10-01",
            "--out",
            at("out.poseidon")
        };
    }

    private JsonNode run(int expected, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        var out = new StringWriter();
        errors.getBuffer().setLength(0);
        int code = Main.run(new PrintWriter(out), new PrintWriter(errors), all.toArray(String[]::new));
        assertEquals(expected, code, errors.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    /// But for the report that tells the publisher why his batch was refused.
    private void assertNothingLeft() throws IOException {
        for (var name : files()) {
            boolean report = name.equals("out.poseidon.validation.json");
            assertFalse(
                    name.startsWith("out.poseidon") && !report
                            || name.startsWith(".sealing")
                            || name.endsWith(".unfinished"),
                    name);
        }
    }

    private List<String> files() throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
