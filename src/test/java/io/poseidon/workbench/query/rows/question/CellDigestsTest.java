package io.poseidon.workbench.query.rows.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.policy.span.CellSet;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

public final class CellDigestsTest {

    @Test
    void areThoseOfTheBytesOfTheBits() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var digests = new CellDigests();
        for (int round = 0; round < 500; round++) {
            var bits = new BitSet();
            int from = random.nextInt(5_000);
            for (int i = random.nextInt(20); i >= 0; i--) {
                bits.set(from + random.nextInt(1 + random.nextInt(3_000)));
            }
            assertEquals(Digests.of(bits), digests.of(CellSet.of(bits)), "seed " + seed + ": " + bits);
        }
    }

    @Test
    void knowTheEdgesOfBlocks() {
        var digests = new CellDigests();
        for (int cell : new int[] {0, 7, 8, 511, 512, 513, 1_023, 1_024, 1_536, 511}) {
            var bits = new BitSet();
            bits.set(cell);
            assertEquals(Digests.of(bits), digests.of(CellSet.of(bits)), "cell " + cell);
        }
        assertEquals(Digests.of(new BitSet()), digests.of(CellSet.of(new BitSet())));
    }
}
