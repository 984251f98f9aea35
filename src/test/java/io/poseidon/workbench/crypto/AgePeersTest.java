package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import io.poseidon.workbench.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another reader and writer of age files: jagged, on the class path. The `interop` profile has more.
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
}
