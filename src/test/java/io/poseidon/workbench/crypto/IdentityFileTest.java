package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.crypto.age.Armor;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityFileTest {

    private static final Supplier<Passphrase> NOT_ASKED = () -> {
        throw new AssertionError("a passphrase was asked for");
    };

    @TempDir
    private Path folder;

    private static Supplier<Passphrase> typed(String text) {
        return () -> Passphrase.of(text.toCharArray());
    }

    @Test
    void keepsAPlainIdentityOfEitherKind() throws IOException {
        for (var identity : new Identity[] {Identity.generate(), Identity.generatePostQuantum()}) {
            var file = folder.resolve("id-" + identity.recipient().orElseThrow().isPostQuantum());
            IdentityFile.write(file, identity, Optional.empty());
            assertFalse(IdentityFile.isWrapped(file));
            var read = IdentityFile.read(file, NOT_ASKED);
            assertEquals(1, read.size());
            assertEquals(identity.recipient(), read.getFirst().recipient());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void opensAWrappedIdentityWithItsPassphraseOnlyArmoredOrNot() throws IOException {
        var identity = Identity.generate();
        var file = folder.resolve("id.age");
        var armored = folder.resolve("id.txt");
        IdentityFile.write(file, identity, Optional.of(Passphrase.of("바다의 신 Poseidon".toCharArray())));
        Files.write(armored, Armor.encode(Files.readAllBytes(file)));
        assertTrue(IdentityFile.isWrapped(file) && IdentityFile.isWrapped(armored));
        var read = IdentityFile.read(armored, typed("바다의 신 Poseidon"));
        assertEquals(identity.recipient(), read.getFirst().recipient());
        var problem = assertThrows(Problem.class, () -> IdentityFile.read(file, typed("wrong")));
        assertEquals("age-no-match", problem.code());
        assertEquals(Problem.Kind.LOCKED, problem.kind());
    }

    @Test
    void readsSeveralIdentitiesCommentsAndWindowsLineEnds() throws IOException {
        var first = Identity.generate();
        var second = Identity.generate();
        var text =
                "# mine\r\n\r\n" + new String(first.secretText()) + "\r\n# other\n" + new String(second.secretText());
        var file = Files.writeString(folder.resolve("ids"), text);
        var read = IdentityFile.read(file, NOT_ASKED);
        assertEquals(first.recipient(), read.getFirst().recipient());
        assertEquals(second.recipient(), read.getLast().recipient());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "hello\n",
                " AGE-SECRET-KEY-1\n",
                "AGE-SECRET-KEY-1\n",
                "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM1\n",
                "AGE-SECRET-KEY-1egtzvffv20835nwyv6270lxyvk2vknx2mmdkwyklmgr48uawx40q2p2lm0\n"
            })
    void refusesOtherTextsWithoutRepeatingThem(String text) throws IOException {
        var file = Files.writeString(folder.resolve("id"), text);
        var problem = assertThrows(Problem.class, () -> IdentityFile.read(file, NOT_ASKED));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertFalse(String.valueOf(problem.getMessage()).contains("EGTZ"));
    }

    @Test
    void saysWhatAFileIsThatIsNoIdentity() throws IOException {
        var signer = SigningKey.generate();
        signer.write(folder.resolve("market.key"));
        signer.verifyingKey().write(folder.resolve("market.pub"));
        Files.writeString(folder.resolve("ssh"), "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA\n");
        Files.writeString(
                folder.resolve("recipient"), Identity.generate().recipient().orElseThrow() + "\n");
        var codes = Map.of(
                "market.key", "identity-is-signer-key",
                "market.pub", "identity-is-pem",
                "ssh", "identity-is-ssh-key",
                "recipient", "identity-is-recipient");
        codes.forEach((name, code) -> {
            var problem = assertThrows(Problem.class, () -> IdentityFile.read(folder.resolve(name), NOT_ASKED));
            assertEquals(code, problem.code());
            assertEquals(5, problem.kind().exitCode());
            assertTrue(problem.next(Locale.ENGLISH).contains("AGE-SECRET-KEY-1"), name);
            assertTrue(problem.message(Locale.ENGLISH).contains(name), name);
        });
    }

    @Test
    void namesTheFileAndTheLineThatIsNoIdentity() throws IOException {
        var good = new String(Identity.generate().secretText());
        var file = Files.writeString(folder.resolve("mine.txt"), "# mine\n" + good + "\nhello\n");
        var problem = assertThrows(Problem.class, () -> IdentityFile.read(file, NOT_ASKED));
        var message = problem.message(Locale.ENGLISH);
        assertTrue(message.contains("Line 3") && message.contains("mine.txt"), message);
    }

    @Test
    void readsOverAByteOrderMark() throws IOException {
        var identity = Identity.generate();
        var file = Files.writeString(folder.resolve("id"), "\uFEFF" + new String(identity.secretText()) + "\r\n");
        assertEquals(
                identity.recipient(),
                IdentityFile.read(file, NOT_ASKED).getFirst().recipient());
    }

    @Test
    void aKeyTypedInPlaceOfAFileIsSaidAndNotRepeated() {
        var identity = Identity.generate();
        var secret = new String(identity.secretText());
        var typed = assertThrows(Problem.class, () -> IdentityFile.read(Path.of(secret), NOT_ASKED));
        assertEquals("identity-typed", typed.code());
        assertFalse(String.valueOf(typed.getMessage()).contains(secret.substring(16)));
        var recipient = Path.of(identity.recipient().orElseThrow().toString());
        assertEquals(
                "recipient-typed",
                assertThrows(Problem.class, () -> IdentityFile.read(recipient, NOT_ASKED))
                        .code());
    }

    @Test
    void neverReplacesAnIdentity() {
        var file = folder.resolve("id");
        IdentityFile.write(file, Identity.generate(), Optional.empty());
        var problem =
                assertThrows(Problem.class, () -> IdentityFile.write(file, Identity.generate(), Optional.empty()));
        assertEquals("key-file-exists", problem.code());
    }

    @Test
    void printsNoSecret() {
        assertEquals("X25519 identity, 32 bytes", Identity.generate().toString());
        assertEquals(
                "post-quantum identity, 32 bytes",
                Identity.generatePostQuantum().toString());
        assertEquals("passphrase", Passphrase.of("abc".toCharArray()).toString());
        assertEquals(
                "passphrase", Identity.of(Passphrase.of("abc".toCharArray())).toString());
    }

    @Test
    void forgetsASecretWhenClosed() {
        for (var identity : new Identity[] {Identity.generate(), Identity.generatePostQuantum()}) {
            var before = new String(identity.secretText());
            identity.close();
            var after = new String(identity.secretText());
            assertNotEquals(before, after);
            var data = after.substring(after.lastIndexOf('1') + 1, after.length() - 6);
            assertTrue(data.matches("Q+"), "zeros are Q in Bech32: " + data.length() + " characters");
        }
    }
}
