package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.crypto.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `inspect` and `verify` as a person or a script calls them.
final class VerifyCommandTest {

    private static final String AT = Sealed.DURING.toString();

    private final Sealed sealed = new Sealed();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private String file = "";
    private String identity = "";
    private String trust = "";

    @BeforeEach
    void seal() {
        file = sealed.writeTo(folder).toString();
        identity = keep("me.key", sealed.buyer, Optional.empty());
        var pem = folder.resolve("Hangang Data Market.pub");
        sealed.signer.verifyingKey().write(pem);
        trust = pem.toString();
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    void findsAGoodFileGood() throws IOException {
        assertEquals(0, run("verify", file, "-i", identity, "--trust", trust, "--at", AT, "--json"));
        var json = document();
        assertEquals("good", json.path("verdict").textValue());
        assertEquals("Hangang Data Market", json.at("/signer/name").textValue());
        assertEquals("2027-09-30", json.at("/licence/until").textValue());
        assertEquals(9, json.path("steps").size());
        assertEquals("passed", json.at("/steps/8/state").textValue());
        assertFalse(json.has("error"));
    }

    @Test
    void saysWhichStepsNeedAnIdentity() throws IOException {
        assertEquals(0, run("verify", file, "--trust", trust, "--at", AT, "--json"));
        assertEquals("skipped", document().at("/steps/5/state").textValue());
    }

    @Test
    void answersEachFailureWithItsCodeAndExitCode() throws IOException {
        try (var stranger = Identity.generate()) {
            var other = keep("other.key", stranger, Optional.empty());
            assertVerdict(4, "not-your-licence", "-i", other, "--trust", trust, "--at", AT);
        }
        var strangerPem = folder.resolve("stranger.pub");
        try (var signer = SigningKey.generate()) {
            signer.verifyingKey().write(strangerPem);
        }
        assertVerdict(4, "unknown-signer", "--trust", strangerPem.toString(), "--at", AT);
        assertVerdict(4, "expired", "--trust", trust, "--at", "2028-01-01T00:00:00Z");
        assertVerdict(4, "not-yet-valid", "--trust", trust, "--at", "2026-01-01T00:00:00Z");
        Files.write(Path.of(file), new byte[0]);
        assertVerdict(4, "damaged", "--trust", trust);
    }

    @Test
    void unlocksWithAPassphrase() throws IOException {
        var wrapped = folder.resolve("wrapped.key");
        try (var passphrase = Passphrase.of("correct horse".toCharArray())) {
            IdentityFile.write(wrapped, sealed.buyer, Optional.of(passphrase));
        }
        var right =
                Files.writeString(folder.resolve("right"), "correct horse\n").toString();
        var wrong =
                Files.writeString(folder.resolve("wrong"), "battery staple\n").toString();
        assertEquals(
                0,
                run(
                        "verify",
                        file,
                        "-i",
                        wrapped.toString(),
                        "--passphrase-file",
                        right,
                        "--trust",
                        trust,
                        "--at",
                        AT));
        assertEquals(
                5,
                run("verify", file, "-i", wrapped.toString(), "--passphrase-file", wrong, "--trust", trust, "--json"));
        assertTrue(document().at("/error/code").textValue().startsWith("age-"));
    }

    @Test
    void answersAMissingFileAsBadInput() throws IOException {
        assertEquals(7, run("verify", folder.resolve("none").toString(), "--trust", trust, "--json"));
        assertEquals("container-unreadable", document().at("/error/code").textValue());
        assertEquals(7, run("verify", file, "--trust", folder.resolve("none").toString()));
        assertEquals(2, run("verify", file, "--at", "yesterday"));
    }

    @Test
    void inspectsWithoutBelieving() throws IOException {
        assertEquals(0, run("inspect", file, "--json"));
        var json = document();
        assertFalse(json.path("verified").booleanValue());
        assertEquals("card-spend", json.at("/manifest/product").textValue());
        assertFalse(json.at("/licences/0/verified").booleanValue());
        assertEquals(
                sealed.buyer.recipient().orElseThrow().toString(),
                json.at("/licences/0/buyer").textValue());
        assertEquals(6, json.path("entries").size());
        assertTrue(err.toString().contains("unverified"));

        assertEquals(0, run("inspect", file));
        assertTrue(out.toString().startsWith("UNVERIFIED"));
        assertTrue(out.toString().contains("지역별 카드 소비"));
        assertTrue(out.toString().contains("epsilon 6.94 at delta 1E-9"));
    }

    @Test
    void inspectsNoDamagedFile() throws IOException {
        Files.writeString(Path.of(file), "PK");
        assertEquals(4, run("inspect", file, "--json"));
        assertEquals("damaged", document().at("/error/code").textValue());
        assertFalse(err.toString().contains("\tat "), "no stack trace");
    }

    private void assertVerdict(int exitCode, String code, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("verify", file, "--json"));
        arguments.addAll(List.of(options));
        assertEquals(exitCode, run(arguments.toArray(String[]::new)), code);
        assertEquals(code, document().path("verdict").textValue());
        assertEquals(code, document().at("/error/code").textValue());
        assertTrue(err.toString().contains("[" + code + "]"));
    }

    private String keep(String name, Identity key, Optional<Passphrase> passphrase) {
        var path = folder.resolve(name);
        IdentityFile.write(path, key, passphrase);
        return path.toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }
}
