package io.poseidon.workbench.training.shard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;

/// Which rows a shard keeps back for evaluation: a contributor's rows stand all on one side, the same side in every run
/// of a seed, chosen by SHA-256 of seed and contributor.
public record Holdout(int[] training, int[] evaluation) {

    static Holdout of(String[] contributors, int[] rows, double share, long seed) {
        var held = new boolean[contributors.length];
        for (int row : rows) {
            held[row] = position(contributors[row], seed) < share;
        }
        return new Holdout(
                IntStream.of(rows).filter(row -> !held[row]).toArray(),
                IntStream.of(rows).filter(row -> held[row]).toArray());
    }

    /// Uniform in [0, 1).
    private static double position(String contributor, long seed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            var bytes = digest.digest(contributor.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(bytes).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
