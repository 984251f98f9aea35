package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import io.poseidon.workbench.crypto.age.Armor;
import io.poseidon.workbench.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/// Other people's readers and writers of age files: jagged on the class path, and `age` where it is installed.
final class AgePeersTest {

    private static final int LENGTH = 300_001;

    @TempDir
    private Path folder;

    private final Identity identity = Identity.generate();
    private final Recipient recipient = identity.recipient().orElseThrow();
    private final byte[] plain = new byte[LENGTH];

    AgePeersTest() {
        new Random(9).nextBytes(plain);
    }

    private byte[] sealed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = SealingWriter.to(out, List.of(recipient))) {
            writer.write(plain);
            writer.finish();
        }
        return out.toByteArray();
    }

    private static byte[] open(Path file, Identity identity) throws IOException {
        try (var reader = SealedReader.open(file, List.of(identity));
                var in = reader.stream(Progress.NONE)) {
            return in.readAllBytes();
        }
    }

    @Test
    void jaggedOpensWhatWeSeal() throws IOException, GeneralSecurityException {
        var source = Channels.newChannel(new ByteArrayInputStream(sealed()));
        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(new String(identity.secretText()));
        try (var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(source, List.of(reader))) {
            assertArrayEquals(plain, Channels.newInputStream(channel).readAllBytes());
        }
    }

    @Test
    void weOpenWhatJaggedSeals() throws IOException, GeneralSecurityException {
        var file = folder.resolve("jagged.age");
        var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.toString());
        try (var target = Channels.newChannel(Files.newOutputStream(file));
                var channel = new StandardEncryptingChannelFactory().newEncryptingChannel(target, List.of(writer))) {
            channel.write(ByteBuffer.wrap(plain));
        }
        assertArrayEquals(plain, open(file, identity));
    }

    @Test
    void ageOpensWhatWeSealAndWeOpenWhatAgeSeals() throws IOException, InterruptedException {
        var age = installed("age");
        var key = folder.resolve("id");
        IdentityFile.write(key, identity, Optional.empty());
        var ours = Files.write(folder.resolve("ours.age"), sealed());
        run(age, "-d", "-i", key.toString(), "-o", folder.resolve("back").toString(), ours.toString());
        assertArrayEquals(plain, Files.readAllBytes(folder.resolve("back")));
        var clear = Files.write(folder.resolve("plain"), plain);
        var theirs = folder.resolve("theirs.age");
        run(age, "-r", recipient.toString(), "-o", theirs.toString(), clear.toString());
        assertArrayEquals(plain, open(theirs, identity));
        run(
                age,
                "-a",
                "-r",
                recipient.toString(),
                "-o",
                folder.resolve("armored").toString(),
                clear.toString());
        var armored = Armor.decode(Files.readAllBytes(folder.resolve("armored")));
        assertArrayEquals(plain, open(Files.write(folder.resolve("dearmored"), armored), identity));
    }

    /// `age` asks for passphrases on a terminal only, which `script` gives it.
    @Test
    void ageOpensOurPassphraseFilesAndWeOpenItsWrappedIdentities() throws IOException, InterruptedException {
        var age = installed("age");
        var script = installed("script");
        var ours = folder.resolve("ours.age");
        try (var writer = SealingWriter.to(
                Files.newOutputStream(ours), List.of(Recipient.of(Passphrase.of("open sesame".toCharArray()))))) {
            writer.write(plain);
            writer.finish();
        }
        var back = folder.resolve("back");
        typed(script, age + " -d -o " + back + " " + ours, "open sesame\n");
        assertArrayEquals(plain, Files.readAllBytes(back));

        var key = folder.resolve("id");
        IdentityFile.write(key, identity, Optional.empty());
        var wrapped = folder.resolve("wrapped.age");
        typed(script, age + " -p -o " + wrapped + " " + key, "open sesame\nopen sesame\n");
        var read = IdentityFile.read(wrapped, () -> Passphrase.of("open sesame".toCharArray()));
        assertEquals(identity.recipient(), read.getFirst().recipient());
    }

    private static void typed(Path script, String command, String keys) throws IOException, InterruptedException {
        var process = new ProcessBuilder(script.toString(), "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        try (var keyboard = process.outputWriter()) {
            TimeUnit.MILLISECONDS.sleep(700);
            for (var line : keys.split("(?<=\n)")) {
                keyboard.write(line);
                keyboard.flush();
                TimeUnit.MILLISECONDS.sleep(300);
            }
            finish(process);
        }
    }

    private static void run(Path program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        finish(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static void finish(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Path installed(String program) {
        for (var place : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return Path.of(place, program);
            }
        }
        throw new TestAbortedException("not installed on this machine: " + program);
    }
}
