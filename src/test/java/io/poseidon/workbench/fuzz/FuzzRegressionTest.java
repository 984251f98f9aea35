package io.poseidon.workbench.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every target over its seeds, mutations of them, and all inputs that were once found to break it.
final class FuzzRegressionTest {

    private static final long SEED = 20261001;

    @ParameterizedTest
    @EnumSource
    void acceptsItsSeedsAndSurvivesTheirMutations(FuzzTargets target) {
        var seeds = target.seeds();
        var reader = target.target(seeds);
        int accepted = 0;
        for (var seed : seeds) {
            assertTrue(seed.length < target.longest(), target.title() + ": a seed of " + seed.length + " bytes");
            accepted += FuzzTarget.accepts(reader, seed) ? 1 : 0;
        }
        assertTrue(accepted > 0, "none of the seeds is good");
        for (int i = 0; i < target.mutations(); i++) {
            attempt(reader, new Mutation(new SplittableRandom(SEED + i)).of(seeds), "mutation " + (SEED + i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesWhatOnceBrokeIt(FuzzTargets target) {
        var reader = target.target(target.seeds());
        List<byte[]> findings = Findings.of(target);
        for (int i = 0; i < findings.size(); i++) {
            attempt(reader, findings.get(i), "finding " + i);
        }
    }

    private static void attempt(FuzzTarget reader, byte[] input, String which) {
        try {
            FuzzTarget.accepts(reader, input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(which + ", bytes " + Arrays.toString(input), e);
        }
    }
}
