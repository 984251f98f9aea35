package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.Shared;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Published files, spoiled at random: each one is refused with a problem of ours, or opens to exactly its own bytes
/// (a change in somebody else's stanza cannot, since the header's MAC covers it).
final class AgeMutationTest {

    private static final int MUTATIONS = 150;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x25519_grease",
                "x25519_multiple_recipients",
                "stanza_empty_last_line",
                "stream_empty_payload",
                "hybrid_and_x25519",
                "stream_three_chunks"
            })
    void releasesNothingFromASpoiledFileAndFailsInNoOtherWay(String name) throws IOException {
        var vector = TestKitCase.read(Shared.path("vectors/age").resolve(name));
        var random = new Random(20261125);
        var identities = vector.identities();
        for (int i = 0; i < MUTATIONS; i++) {
            var spoiled = spoil(vector.dearmored(), random);
            if (!Arrays.equals(spoiled, vector.dearmored())) {
                assertTrue(isRefused(spoiled, identities), name + ", mutation " + i + " of seed 20261125");
            }
        }
    }

    private static byte[] spoil(byte[] file, Random random) {
        int header = Math.min(file.length, 600);
        int at = random.nextInt(random.nextBoolean() ? header : file.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                var flipped = file.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> without(file, at, Math.min(file.length - at, 1 + random.nextInt(70)));
            case 2 -> Arrays.copyOf(file, at);
            default -> {
                var out = new ByteArrayOutputStream();
                out.write(file, 0, at);
                out.write(file, at, Math.min(file.length - at, 1 + random.nextInt(70)));
                out.write(file, at, file.length - at);
                yield out.toByteArray();
            }
        };
    }

    private static byte[] without(byte[] file, int from, int length) {
        var out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        out.write(file, from + length, file.length - from - length);
        return out.toByteArray();
    }

    private static boolean isRefused(byte[] file, List<Identity> identities) throws IOException {
        var released = new ByteArrayOutputStream();
        try (var reader = SealedReader.open(file, identities);
                var in = reader.stream(Progress.NONE)) {
            in.transferTo(released);
            return false;
        } catch (Problem problem) {
            return released.size() == 0;
        }
    }
}
