package io.poseidon.workbench.crypto.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class AuthorityTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    private Path home;

    private Path found(String federation, String... names) {
        var folder = home.resolve(federation);
        try (var authority = Authority.in(folder.resolve("authority"), folder, Validity.days(NOW, 30))) {
            authority.admit(
                    Stream.of(names).map(MemberName::parse).toList(),
                    List.of(Host.parse("relay.example.org"), Host.parse("192.0.2.7")),
                    folder);
        }
        return folder;
    }

    private static SSLContext tls(Path folder, String name) throws GeneralSecurityException, IOException {
        try (var member = Member.read(folder, name, NOW)) {
            return MutualTls.context(member.authorityCertificate(), member.certificate(), member.privateKey());
        }
    }

    @Test
    void letsTwoMembersTalkOverMutualTls() throws GeneralSecurityException, IOException {
        var folder = found("ours", "relay", "buyer");
        assertEquals(42, MutualTls.exchange(tls(folder, "relay"), tls(folder, "buyer")));
    }

    @Test
    void refusesAMemberOfAnotherFederationOnBothSides() throws GeneralSecurityException, IOException {
        var ours = tls(found("ours", "relay"), "relay");
        var theirs = tls(found("theirs", "relay"), "relay");
        assertThrows(IOException.class, () -> MutualTls.exchange(ours, theirs));
        assertThrows(IOException.class, () -> MutualTls.exchange(theirs, ours));
    }

    @Test
    void bindsNameOrganisationAndKeysInACard() {
        var folder = found("ours", "buyer=Hangang Analytics", "shard1");
        try (var buyer = Member.read(folder, "buyer", NOW);
                var shard = Member.read(folder, "shard1", NOW)) {
            var seen = shard.authority().verify(buyer.cardBytes(), NOW);
            assertEquals("Hangang Analytics", seen.member().organisation());
            assertEquals("shard1", shard.card().member().organisation());
            assertEquals(buyer.card(), seen);
            assertTrue(seen.fingerprint().matches("SHA256:[0-9a-f]{64}"), seen.fingerprint());
            assertNotEquals(seen.fingerprint(), shard.card().fingerprint());
        }
        assertEquals(List.of("buyer", "shard1"), Member.names(folder));
    }

    @Test
    void refusesACardOfAnotherAuthorityAChangedOneAndAnExpiredOne() throws IOException {
        var folder = found("ours", "buyer");
        var card = Files.readAllBytes(folder.resolve("buyer.card.json"));
        var authority = TrustedAuthority.read(folder.resolve("ca.pem"));
        var stranger = TrustedAuthority.read(found("theirs").resolve("ca.pem"));
        assertCode("card-not-signed", () -> stranger.verify(card, NOW));
        assertCode("card-expired", () -> authority.verify(card, NOW.plus(Duration.ofDays(31))));
        assertCode("card-expired", () -> authority.verify(card, NOW.minus(Duration.ofDays(1))));
        for (int i = 0; i < card.length; i++) {
            var changed = card.clone();
            changed[i] ^= 1;
            assertThrows(Problem.class, () -> authority.verify(changed, NOW), "byte " + i);
        }
    }

    @Test
    void admitsMoreMembersLaterAndReplacesNoFile() {
        var folder = found("ours", "relay");
        found("ours", "shard1");
        assertEquals(List.of("relay", "shard1"), Member.names(folder));
        assertCode("member-exists", () -> found("ours", "relay"));
    }

    @Test
    void refusesFilesOfTwoFederationsInOneFolder() throws IOException {
        var ours = found("ours", "buyer");
        var theirs = found("theirs", "buyer");
        Files.copy(theirs.resolve("buyer.signing.key"), home.resolve("stolen"));
        Files.move(home.resolve("stolen"), ours.resolve("buyer.signing.key"), StandardCopyOption.REPLACE_EXISTING);
        assertCode("member-keys-differ", () -> Member.read(ours, "buyer", NOW));
        Files.copy(ours.resolve("ca.pem"), theirs.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertCode("authority-key-differs", () -> found("theirs", "other"));
        assertCode("card-not-signed", () -> Member.read(theirs, "buyer", NOW));
    }

    @Test
    void writesNothingWhenOneOfSeveralNamesIsTakenOrStandsTwice() {
        var folder = found("ours", "relay");
        assertCode("member-exists", () -> found("ours", "shard1", "relay"));
        assertCode("member-named-twice", () -> found("ours", "shard1", "shard2", "shard1"));
        assertEquals(List.of("relay"), Member.names(folder));
    }

    @Test
    void refusesHostsThatAreNone() {
        assertTrue(Host.parse("2001:db8::7").isAddress());
        for (var host : List.of("", "a b", "999.1.1.1", "1:2:3", "a..b", "-a", "http://a")) {
            assertCode("host-invalid", () -> Host.parse(host));
        }
    }

    @Test
    void saysWhichFileOfAMemberIsMissing() {
        var folder = found("ours", "buyer");
        assertCode("member-file-missing", () -> Member.read(folder, "shard9", NOW));
    }

    @Test
    void keepsSecretsReadableByTheirOwnerOnly() throws IOException {
        var folder = found("ours", "buyer");
        for (var secret : List.of("buyer.key", "buyer.signing.key", "buyer.sealing.key", "authority/ca.key")) {
            var permissions = Files.getPosixFilePermissions(folder.resolve(secret));
            assertEquals("rw-------", PosixFilePermissions.toString(permissions), secret);
        }
    }

    @Test
    void refusesNamesThatCannotBeFilesOrHosts() {
        for (var name : List.of("ca", "", "a/b", "..", "Buyer", "a b", "-a", "a=", "a=b/c", "x".repeat(64))) {
            assertThrows(Problem.class, () -> MemberName.parse(name), name);
        }
        assertThrows(Problem.class, () -> Validity.days(NOW, 0));
    }

    private static void assertCode(String code, Executable action) {
        assertEquals(code, assertThrows(Problem.class, action).code());
    }
}
