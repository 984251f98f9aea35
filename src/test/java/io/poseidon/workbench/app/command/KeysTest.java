package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.crypto.federation.Member;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands `keygen` and `pki`, from the command line to the files.
final class KeysTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void keygenPrintsTheRecipientOfTheIdentityItWrote() {
        assertEquals(0, run("keygen", "--out", file("id")));
        var identity = IdentityFile.read(folder.resolve("id"), () -> Passphrase.of(new char[0]))
                .getFirst();
        assertEquals(
                identity.recipient().orElseThrow().toString(), out.toString().strip());
        assertFalse(out.toString().contains("SECRET"));
    }

    @Test
    void keygenWrapsAPostQuantumIdentityByThePassphraseOfAFile() throws IOException {
        Files.writeString(folder.resolve("secret"), "correct horse\nsecond line\n");
        assertEquals(0, run("keygen", "--json", "--pq", "--out", file("id"), "--passphrase-file", file("secret")));
        var identity = IdentityFile.read(folder.resolve("id"), () -> Passphrase.of("correct horse".toCharArray()))
                .getFirst();
        assertEquals(
                identity.recipient().orElseThrow().toString(),
                document().get("recipient").asText());
        assertTrue(document().get("recipient").asText().startsWith("age1pq1"));
    }

    @Test
    void keygenMakesAPairForASigner() throws IOException {
        assertEquals(0, run("keygen", "--json", "--signer", "--out", file("seller")));
        var key = SigningKey.read(folder.resolve("seller.key")).verifyingKey();
        assertEquals(key, VerifyingKey.read(folder.resolve("seller.pub")));
        assertEquals(key.keyId().hex(), document().get("keyId").asText());
    }

    @Test
    void keygenReplacesNoFileAndSaysSo() {
        run("keygen", "--out", file("id"));
        assertEquals(8, run("keygen", "--out", file("id")));
        assertTrue(err.toString().contains("[key-file-exists]"), err.toString());
    }

    @Test
    void keygenAsksForNoPassphraseWithoutATerminal() {
        assertEquals(5, run("keygen", "--passphrase", "--out", file("id")));
        assertFalse(Files.exists(folder.resolve("id")));
        assertEquals(2, run("keygen", "--signer", "--pq", "--out", file("id")));
        assertEquals(2, run("keygen"));
    }

    @Test
    void pkiFoundsAFederationAndAdmitsMoreMembersLater() throws IOException {
        assertEquals(0, run("pki", "--json", "--out", file("tls"), "--names", "relay,buyer=Hangang"));
        assertEquals("Hangang", document().at("/members/1/organisation").asText());
        assertEquals(0, run("pki", "--out", file("tls"), "--names", "shard1"));
        assertEquals(List.of("buyer", "relay", "shard1"), Member.names(folder.resolve("tls")));
        try (var shard = Member.read(folder.resolve("tls"), "shard1", Instant.now())) {
            assertEquals("shard1", shard.card().member().name());
        }
        assertTrue(Files.exists(folder.resolve("tls/authority/ca.key")));
    }

    @Test
    void pkiRefusesBadNamesBeforeAnythingIsWritten() {
        assertEquals(2, run("pki", "--out", file("tls"), "--names", "relay,../evil"));
        assertFalse(Files.exists(folder.resolve("tls")));
    }
}
