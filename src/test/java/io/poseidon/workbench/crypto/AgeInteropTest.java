package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.crypto.age.Armor;
import io.poseidon.workbench.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Byte for byte with Debian's `age` and npm's `age-encryption`, in both directions: X25519, passphrases, post-quantum,
/// several recipients, armor, wrapped identities. Sizes stand at the edges of the 64 KiB chunks. Runs in the `interop`
/// profile, which installs both; Debian's `age` 1.1 has no post-quantum keys, so npm is the peer for those.
@Tag("interop")
final class AgeInteropTest {

    private static final String PASSPHRASE = "open sesame";

    @TempDir
    private Path folder;

    private final Identity identity = Identity.generate();
    private final Identity hybrid = Identity.generatePostQuantum();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_001})
    void debianOpensOursAndWeOpenDebians(int length) throws IOException, InterruptedException {
        var age = ForeignPrograms.age().toString();
        var plain = random(length);
        var key = folder.resolve("id");
        IdentityFile.write(key, identity, Optional.empty());
        assertArrayEquals(plain, run(List.of(age, "-d", "-i", key.toString()), sealed(plain, recipient(identity))));
        var theirs = run(List.of(age, "-r", recipient(identity).toString()), plain);
        assertArrayEquals(plain, open(theirs, identity));
        var armored = run(List.of(age, "-a", "-r", recipient(identity).toString()), plain);
        assertArrayEquals(plain, open(Armor.decode(armored), identity));
        assertArrayEquals(
                plain, run(List.of(age, "-d", "-i", key.toString()), Armor.encode(sealed(plain, recipient(identity)))));
    }

    @Test
    void debianOpensWhatWeSealToSeveralAndWeOpenItsLikewise() throws IOException, InterruptedException {
        var age = ForeignPrograms.age().toString();
        var plain = random(100);
        var second = Identity.generate();
        var key = folder.resolve("second");
        IdentityFile.write(key, second, Optional.empty());
        var ours = sealed(plain, recipient(identity), recipient(second));
        assertArrayEquals(plain, run(List.of(age, "-d", "-i", key.toString()), ours));
        var theirs = run(
                List.of(
                        age,
                        "-r",
                        recipient(identity).toString(),
                        "-r",
                        recipient(second).toString()),
                plain);
        assertArrayEquals(plain, open(theirs, second));
        assertArrayEquals(plain, open(theirs, identity));
    }

    @Test
    void debianOpensOurPassphraseFilesAndWeOpenItsWrappedIdentities() throws IOException, InterruptedException {
        var age = ForeignPrograms.age();
        var plain = random(70_000);
        var ours = Files.write(folder.resolve("ours.age"), sealed(plain, passphrase()));
        var back = folder.resolve("back");
        ForeignPrograms.typed(age + " -d -o " + back + " " + ours, PASSPHRASE + "\n");
        assertArrayEquals(plain, Files.readAllBytes(back));

        var clear = Files.write(folder.resolve("clear"), plain);
        var theirs = folder.resolve("theirs.age");
        ForeignPrograms.typed(age + " -p -o " + theirs + " " + clear, PASSPHRASE + "\n" + PASSPHRASE + "\n");
        assertArrayEquals(plain, openByPassphrase(Files.readAllBytes(theirs)));

        var key = folder.resolve("id");
        IdentityFile.write(key, identity, Optional.empty());
        var wrapped = folder.resolve("wrapped.age");
        ForeignPrograms.typed(age + " -p -o " + wrapped + " " + key, PASSPHRASE + "\n" + PASSPHRASE + "\n");
        var read = IdentityFile.read(wrapped, () -> Passphrase.of(PASSPHRASE.toCharArray()));
        assertEquals(identity.recipient(), read.getFirst().recipient());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 300_001})
    void npmOpensOursAndWeOpenNpms(int length) throws IOException, InterruptedException {
        exchangeWithNpm(identity, random(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 300_001})
    void npmOpensOurPostQuantumFilesAndWeOpenNpms(int length) throws IOException, InterruptedException {
        exchangeWithNpm(hybrid, random(length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "hybrid-identity"})
    void weReadTheIdentitiesThatNpmMakes(String kind) throws IOException, InterruptedException {
        var made = npm(new byte[0], kind);
        try (var theirs = Identity.parse(text(made).toCharArray())) {
            assertEquals(
                    text(npm(new byte[0], "recipient", text(made))),
                    recipient(theirs).toString());
            exchangeWithNpm(theirs, random(1_000));
        }
    }

    @Test
    void npmOpensOurPassphraseFilesAndWeOpenNpms() throws IOException, InterruptedException {
        var plain = random(70_000);
        assertArrayEquals(plain, npm(sealed(plain, passphrase()), "decrypt-passphrase", PASSPHRASE));
        assertArrayEquals(plain, openByPassphrase(npm(plain, "encrypt-passphrase", PASSPHRASE)));
    }

    private void exchangeWithNpm(Identity own, byte[] plain) throws IOException, InterruptedException {
        var secret = new String(own.secretText());
        var recipient = recipient(own);
        assertEquals(recipient.toString(), text(npm(new byte[0], "recipient", secret)));
        assertArrayEquals(plain, npm(sealed(plain, recipient), "decrypt", secret));
        assertArrayEquals(plain, open(npm(plain, "encrypt", recipient.toString()), own));
    }

    private static byte[] npm(byte[] input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(ForeignPrograms.npm());
        command.addAll(List.of(arguments));
        return run(command, input);
    }

    private static byte[] run(List<String> command, byte[] input) throws IOException, InterruptedException {
        return ForeignPrograms.run(command, input);
    }

    private static byte[] sealed(byte[] plain, Recipient... recipients) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = SealingWriter.to(out, List.of(recipients))) {
            writer.write(plain);
            writer.finish();
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] file, Identity identity) throws IOException {
        try (var reader = SealedReader.open(file, List.of(identity));
                var in = reader.stream(Progress.NONE)) {
            return in.readAllBytes();
        }
    }

    private static byte[] openByPassphrase(byte[] file) throws IOException {
        try (var own = Identity.of(Passphrase.of(PASSPHRASE.toCharArray()))) {
            return open(file, own);
        }
    }

    private static Recipient passphrase() {
        return Recipient.of(Passphrase.of(PASSPHRASE.toCharArray()));
    }

    private static Recipient recipient(Identity identity) {
        return identity.recipient().orElseThrow();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII).strip();
    }
}
