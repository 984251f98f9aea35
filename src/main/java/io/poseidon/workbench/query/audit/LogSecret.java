package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.model.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Thirty-two random bytes beside a log, for its owner only, under which results are digested (HMAC-SHA-256).
final class LogSecret {

    private static final String NAME = "audit.secret";
    private static final int SIZE = 32;

    private final byte[] key;

    private LogSecret(byte[] key) {
        this.key = key;
    }

    static LogSecret fresh() {
        var key = new byte[SIZE];
        new SecureRandom().nextBytes(key);
        return new LogSecret(key);
    }

    /// Reads it, or makes it the first time.
    static LogSecret of(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            make(file);
        }
        try {
            var key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == SIZE) {
                return new LogSecret(key);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the secret is no hexadecimal text", e);
        }
        throw new IOException("the secret has the wrong size");
    }

    /// Appears whole: another process may look for it meanwhile.
    private static void make(Path file) throws IOException {
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".new", OwnerOnly.of(file));
        try (var out = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
            var text = HexFormat.of().formatHex(fresh().key) + "\n";
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException made) {
            // the other process was faster, and its secret is as good
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    String keyed(String digest) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(digest.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "secret of a log, " + SIZE + " bytes";
    }
}
