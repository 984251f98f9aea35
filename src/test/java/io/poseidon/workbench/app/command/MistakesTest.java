package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people get wrong, at every command that reads a file: the answer says what happened in words of ours, names the
/// file where a file is at fault, and has a code.
final class MistakesTest {

    private static final Pattern CODE = Pattern.compile("poseidon: .+ \\[[a-z0-9-]+]");
    private static final List<String> FOREIGN = List.of(
            "java.",
            "Exception",
            "sun.nio",
            "duckdb",
            "DuckDB",
            " class ",
            "Error:",
            "not an int",
            "not a long",
            "jackson");

    /// A command with the place of its file, `%`.
    private static final List<String> READERS = List.of(
            "inspect %",
            "verify %",
            "verify % --trust %",
            "verify % -i %",
            "query % SELECT",
            "quality %",
            "quality --cases %",
            "policy check --policy % SELECT",
            "policy check --policy policy.yaml --cases %",
            "policy check --policy policy.yaml --replay %",
            "price check %",
            "price repair %",
            "price optimise %",
            "price simulate %",
            "value %",
            "ledger show %",
            "seal --spec % --input rows.csv --version gold --dry-run",
            "train --plan % --relay 127.0.0.1:1 --tls folder --out out",
            "relay --listen 127.0.0.1:0 --tls %",
            "evaluate --model % --data rows.csv",
            "keygen --passphrase --passphrase-file % --out %key",
            "query --shard % --policy policy.yaml --state %state SELECT");

    @TempDir
    Path folder;

    private String secret = "";

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(at("folder"));
        Files.createFile(at("empty"));
        var noise = new byte[3000];
        new Random(1).nextBytes(noise);
        Files.write(at("binary"), noise);
        Files.writeString(at("text"), "hello, this is text\r\nof another kind\r\n");
        Files.writeString(at("bom"), "\uFEFF{}");
        Files.writeString(at("rows.csv"), "user_id,region\nu1,Seoul\n");
        Files.writeString(at("policy.yaml"), POLICY);
        var identity = Identity.generate();
        IdentityFile.write(at("identity"), identity, Optional.empty());
        Files.writeString(at("recipient"), identity.recipient().orElseThrow() + "\n");
        secret = Files.readAllLines(at("identity")).getLast();
        try (var key = SigningKey.generate()) {
            key.write(at("signer.key"));
            key.verifyingKey().write(at("signer.pub"));
        }
    }

    private static final String POLICY = """
        policy: 1
        tables:
          txn:
            kind: rows
            identity: user_id
            dimensions: {region: {type: text, values: [Seoul, Busan], static: true}}
            measures: {}
            aggregates: [count]
            literals: [region]
            minimumCohort: 5
            maximumGroupsPerContributor: 1
            maximumRowsPerContributorAndGroup: 5
        budget: {rho: 1.0, perNumber: 0.1, perQuery: 0.5, allBuyers: 2.0, delta: 1e-9}
        """;

    @ParameterizedTest
    @CsvSource({
        "missing",
        "folder",
        "empty",
        "binary",
        "text",
        "bom",
        "signer.key",
        "signer.pub",
        "recipient",
        "rows.csv"
    })
    void aWrongFileIsSaidInOurWordsAndByItsName(String wrong) {
        for (var reader : READERS) {
            var answer = run(reader.replace("%state", at("state").toString())
                    .replace("%key", at("key").toString())
                    .replace("%", at(wrong).toString()));
            if (answer.exit == 0) {
                continue;
            }
            assertSaid(answer, reader + " with " + wrong);
            boolean verdict = answer.exit == 4 && answer.errors.contains("[damaged]");
            boolean named = answer.errors.contains(wrong) || answer.errors.contains("[column-missing]");
            assertTrue(verdict || named || reader.startsWith("keygen"), answer.command + "\n" + answer.errors);
        }
    }

    @Test
    void aMalformedOptionIsSaidWithAnExample() {
        assertTrue(run("verify x --at yesterday").errors.contains("2026-11-30T12:00:00Z"));
        assertTrue(run("seal --spec s --input i --version v --valid-from 1.1.2026")
                .errors
                .contains("2026-11-30"));
        for (var command : List.of(
                "sample --out new --people many",
                "sample --out new --seed x",
                "sample --out new --people 0",
                "pki --out new --names a --days many",
                "train --plan p --relay 127.0.0.1:1 --tls t --out o --wait soon",
                "keygen --out a --out b",
                "verify a b",
                "relay --listen 127.0.0.1 --tls folder",
                "query x --format xml SELECT",
                "policy check --policy p --at now SELECT")) {
            var answer = run(command);
            assertEquals(2, answer.exit, command);
            assertSaid(answer, command);
        }
        assertFalse(Files.exists(at("new")));
    }

    @Test
    void anIdentityInTheWrongPlaceIsNeverRepeated() {
        for (var command : List.of(
                "seal --spec policy.yaml --input rows.csv --version v --recipient % --signer k --out o",
                "verify %",
                "verify x %",
                "verify x -i %",
                "verify x --trust %",
                "inspect %",
                "query % SELECT",
                "ledger show %",
                "keygen --out folder --%",
                "policy check --policy %",
                "%")) {
            var answer = run(command.replace("%", secret));
            assertSaid(answer, command);
            var data = secret.substring("AGE-SECRET-KEY-1".length());
            assertFalse(answer.everything().toUpperCase(Locale.ROOT).contains(data.substring(0, 8)), command);
        }
        var sealed = "seal --spec s --input i --version v --signer k --out o --recipient " + secret;
        assertTrue(run(sealed).errors.contains("[recipient-is-identity]"));
        assertTrue(run("verify x -i " + secret).errors.contains("[identity-typed]"));
    }

    @Test
    void theDemoAsksForAFolder() {
        var answer = run("demo --headless --out " + at("text"));
        assertEquals(8, answer.exit);
        assertTrue(answer.errors.contains("[demo-folder]"), answer.errors);
    }

    private static void assertSaid(Answer answer, String about) {
        assertTrue(answer.exit > 0 && answer.exit < 70, about + ": " + answer.exit + "\n" + answer.errors);
        assertTrue(CODE.matcher(answer.errors).find(), about + "\n" + answer.errors);
        FOREIGN.forEach(word -> assertFalse(answer.everything().contains(word), about + "\n" + answer.errors));
    }

    private record Answer(String command, int exit, String out, String errors) {
        String everything() {
            return out + errors;
        }
    }

    private Answer run(String command) {
        var out = new StringWriter();
        var errors = new StringWriter();
        var arguments = command.replace("policy.yaml", at("policy.yaml").toString())
                .replace("rows.csv ", at("rows.csv") + " ")
                .replace("new ", at("new") + " ")
                .split(" ");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].equals("SELECT") ? "SELECT 1" : arguments[i];
        }
        int exit = Main.run(new PrintWriter(out), new PrintWriter(errors), arguments);
        return new Answer(command, exit, out.toString(), errors.toString());
    }

    private Path at(String name) {
        return folder.resolve(name);
    }
}
