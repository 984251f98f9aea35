package io.poseidon.workbench.policy.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.policy.span.CellSet;
import java.util.Base64;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public final class CellRunsTest {

    private static BitSet random(Random random, int size, double density) {
        var bits = new BitSet();
        for (int cell = 0; cell < size; cell++) {
            bits.set(cell, random.nextDouble() < density);
        }
        return bits;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.5, 0.9, 1})
    void whatIsWrittenIsRead(double density) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var set = CellSet.of(random(random, 1 + random.nextInt(500), density));
            assertEquals(set, CellRuns.read(CellRuns.write(set)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1})
    void theBitsOfTheFirstBuildsAreRead(double density) {
        long seed = System.nanoTime();
        var bits = random(new Random(seed), 300, density);
        var text = Base64.getEncoder().encodeToString(bits.toByteArray());
        assertEquals(CellSet.of(bits), CellRuns.read(text), "seed " + seed);
    }

    @Test
    void runsAreWrittenWithTheirEnds() {
        var bits = new BitSet();
        bits.set(0, 12);
        bits.set(240);
        bits.set(242, 244);
        assertEquals("@0-11,240,242-243", CellRuns.write(CellSet.of(bits)));
        assertEquals("@", CellRuns.write(CellSet.of(new BitSet())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@x", "@1-", "@-3", "@7-3", "@1,,2", "@1,", "@3,1", "@1-4,2", "@99999999999", "#", "@1 "})
    void whatNobodyWroteIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> CellRuns.read(text));
    }
}
