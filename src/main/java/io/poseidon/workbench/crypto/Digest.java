package io.poseidon.workbench.crypto;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256, as 64 lower-case hexadecimal digits.
public record Digest(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!SHAPE.matcher(hex).matches()) {
            throw Problem.of(Kind.INPUT, Digest.class, "digest-malformed");
        }
    }

    public static Digest of(byte[] bytes) {
        return of(start(), bytes);
    }

    private static Digest of(MessageDigest sha256, byte[] bytes) {
        sha256.update(bytes);
        return finish(sha256);
    }

    public static Digest ofFile(Path file) {
        return ofFile(file, Progress.NONE);
    }

    /// Reports the fraction read, under "digest"; stops when cancelled.
    public static Digest ofFile(Path file, Progress progress) {
        var sha256 = start();
        try (var in = Files.newInputStream(file)) {
            double size = Math.max(1, Files.size(file));
            var buffer = new byte[1 << 20];
            long at = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                progress.checkCancelled();
                sha256.update(buffer, 0, n);
                at += n;
                progress.report(Math.min(1, at / size), "digest");
            }
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, Digest.class, "file-unreadable", file.getFileName())
                    .because(e);
        }
        return finish(sha256);
    }

    /// A running SHA-256, for bytes that pass by; end it with [#finish].
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Digest finish(MessageDigest sha256) {
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
