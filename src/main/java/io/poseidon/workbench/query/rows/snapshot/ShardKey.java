package io.poseidon.workbench.query.rows.snapshot;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The secrets of one state of the data: a key for noise and a random serial. A file with any other bytes, or under
/// another policy, is another state and gets new ones, so that noise never cancels between the two.
public final class ShardKey {

    private final byte[] key;
    private final String serial;

    private ShardKey(byte[] key, String serial) {
        this.key = key;
        this.serial = serial;
    }

    /// Reads or makes the secrets in `folder` for the data and the policy as they are now.
    public static ShardKey of(Path folder, Path data, String policyDigest) {
        var state = digest(data, policyDigest);
        var file = folder.resolve("snapshot.key");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                var lines = Files.readAllLines(file);
                if (lines.size() == 3 && lines.getFirst().equals(state)) {
                    return new ShardKey(HexFormat.of().parseHex(lines.get(1)), lines.get(2));
                }
            }
            return fresh(file, state);
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of(Kind.SURROUNDINGS, ShardKey.class, "state-unwritable", folder)
                    .because(e);
        }
    }

    /// The serial of the state that was answered about last, whatever the data is now; empty before the first.
    public static Optional<String> lastSerial(Path folder) {
        var file = folder.resolve("snapshot.key");
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return lines.size() == 3 ? Optional.of(lines.get(2)) : Optional.empty();
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, ShardKey.class, "state-unreadable", folder)
                    .because(e);
        }
    }

    private static ShardKey fresh(Path file, String state) throws IOException {
        var random = new SecureRandom();
        var key = new byte[32];
        random.nextBytes(key);
        var serial = new byte[16];
        random.nextBytes(serial);
        var fresh = new ShardKey(key, HexFormat.of().formatHex(serial));
        var text = state + "\n" + HexFormat.of().formatHex(key) + "\n" + fresh.serial + "\n";
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return fresh;
    }

    private static String digest(Path data, String policyDigest) {
        try (InputStream in = Files.newInputStream(data)) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(policyDigest.getBytes(StandardCharsets.US_ASCII));
            try (var counted = new DigestInputStream(in, digest)) {
                counted.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, ShardKey.class, "data-unreadable", data)
                    .because(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// For [io.poseidon.workbench.privacy.KeyedBits] only.
    byte[] secret() {
        return key.clone();
    }

    /// Random, and no function of the data: it tells nobody whether something changed back.
    public String serial() {
        return serial;
    }

    @Override
    public String toString() {
        return "ShardKey";
    }
}
