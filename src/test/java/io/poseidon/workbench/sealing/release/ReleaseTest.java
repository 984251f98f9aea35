package io.poseidon.workbench.sealing.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.NoFloatingPointTest;
import io.poseidon.workbench.privacy.SeededBits;
import io.poseidon.workbench.sealing.Specs;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseTest {

    @TempDir
    Path folder;

    @Test
    void everyVersionSpendsItsRhoOnItsColumns() throws IOException {
        var plan = NoisePlan.of(Specs.small(folder));
        for (var level : plan.levels()) {
            var sum = level.rhos().stream().reduce(Rational.ZERO, Rational::plus);
            assertEquals(level.version().rho(), sum);
        }
        // Δ² = 2 cells · 1000², ρ = .5/3; contributors: Δ² = 2
        assertEquals(
                Rational.of(6_000_000), plan.levels().getFirst().variances().get(1));
        assertEquals(Rational.of(6), plan.levels().getFirst().variances().getFirst());
    }

    @Test
    void thresholdsFollowTheVersionsOwnNoise() throws IOException {
        var plan = NoisePlan.of(Specs.small(folder));
        // σ² = 6, 30, 150: 1.645 σ = 4.03, 9.01, 20.15
        assertEquals(25, plan.threshold(0));
        assertEquals(30, plan.threshold(1));
        assertEquals(41, plan.threshold(2));
    }

    @Test
    void theNegativeEndOfABoundCountsWhenItIsTheLarger() throws IOException {
        var spec = read(Specs.SMALL.replace("min: -100", "min: -3000"));
        assertEquals(
                Rational.of(54_000_000),
                NoisePlan.of(spec).levels().getFirst().variances().get(1));
    }

    @Test
    void versionsTooCloseForTheTheoremAreRefused() {
        var tooPrecise = Specs.SMALL.replace("gold: {rho: 0.5}", "gold: {rho: 9}");
        assertEquals("versions-too-close", code(tooPrecise));
        var tooClose = Specs.SMALL.replace("silver: {rho: 0.1}", "silver: {rho: 0.4}");
        assertEquals("versions-too-close", code(tooClose));
    }

    @Test
    void noiseBeyondALongIsRefused() {
        var huge = Specs.SMALL.replace("max: 1000,", "max: 1000000000000000,").replace("rho: 0.02", "rho: 1e-12");
        assertEquals("noise-too-large", code(huge));
    }

    @Test
    void theBestVersionIsExactAndTheOthersStateTheirSlack() throws IOException {
        var plan = NoisePlan.of(Specs.small(folder));
        assertTrue(plan.slack(0).isEmpty());
        assertTrue(plan.slack(1).orElseThrow() < 4e-17);
        assertTrue(plan.slack(2).orElseThrow() >= plan.slack(1).orElseThrow());
    }

    @Test
    void everyVersionHasItsStatedVarianceAndTheStepsAreIndependent() throws IOException {
        var spec = Specs.small(folder);
        var plan = NoisePlan.of(spec);
        int cells = 60_000;
        var exact = new CellTotals(new long[3][cells]);
        var release = Release.draw(exact, plan, new SeededBits(3), Progress.NONE);
        for (int column = 0; column < 3; column++) {
            for (int version = 0; version < 3; version++) {
                double variance =
                        plan.levels().get(version).variances().get(column).toDouble();
                assertEquals(1, product(release, version, version, column) / variance, 0.04);
            }
            // Cov(worse, better) is the better one's variance: the worse is the better plus something independent
            double better = plan.levels().getFirst().variances().get(column).toDouble();
            double worse = plan.levels().getLast().variances().get(column).toDouble();
            assertEquals(better, product(release, 0, 2, column), 0.03 * Math.sqrt(better * worse));
        }
    }

    @Test
    void aVersionShowsACellByItsOwnNoisyCountAlone() throws IOException {
        var plan = NoisePlan.of(Specs.small(folder));
        var release = new Release(new long[][][] {{{25, 24}}, {{29, 30}}});
        assertTrue(release.isShown(0, 0, plan.threshold(0)) && !release.isShown(0, 1, plan.threshold(0)));
        assertTrue(!release.isShown(1, 0, plan.threshold(1)) && release.isShown(1, 1, plan.threshold(1)));
    }

    @Test
    void aReleaseIsReadBackAsItWasWritten() throws IOException {
        var spec = Specs.small(folder);
        var totals = new CellTotals(new long[][] {{1, 2, 3, 4}, {-5, 6, 7, 8}, {9, 10, 11, 12}});
        var release = Release.draw(totals, NoisePlan.of(spec), new SeededBits(4), Progress.NONE);
        var bytes = ReleaseText.write(release, spec);
        assertArrayEquals(bytes, ReleaseText.write(ReleaseText.read(bytes, spec), spec));
        var other = read(Specs.SMALL.replace("gold", "platinum").replace("platinum: {KRW", "platinum: {KRW"));
        assertEquals(
                "release-unreadable",
                assertThrows(Problem.class, () -> ReleaseText.read(bytes, other))
                        .code());
    }

    @Test
    void noDoubleTouchesAReleasedValue() {
        assertEquals(Set.of("report"), NoFloatingPointTest.floatingMethods(Release.class));
        assertEquals(Set.of(), NoFloatingPointTest.floatingMethods(CellTotals.class));
        assertEquals(Set.of(), NoFloatingPointTest.floatingMethods(ReleaseText.class));
    }

    private static double product(Release release, int one, int other, int column) {
        double sum = 0;
        for (int cell = 0; cell < release.cells(); cell++) {
            sum += (double) release.value(one, column, cell) * release.value(other, column, cell);
        }
        return sum / release.cells();
    }

    private String code(String text) {
        return assertThrows(Problem.class, () -> NoisePlan.of(read(text))).code();
    }

    private SealSpec read(String text) throws IOException {
        return SealSpec.read(Specs.write(folder, text));
    }
}
