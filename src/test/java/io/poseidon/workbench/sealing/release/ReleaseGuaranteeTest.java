package io.poseidon.workbench.sealing.release;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.SeededBits;
import io.poseidon.workbench.privacy.account.DiscreteGaussianLaw;
import io.poseidon.workbench.privacy.account.Zcdp;
import io.poseidon.workbench.sealing.Specs;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release promises, measured on many releases of known totals: intervals that hold the truth, and a privacy
/// loss that an attacker who knows everybody else does not exceed.
final class ReleaseGuaranteeTest {

    private static final long SEED = 1_000;
    private static final int RELEASES = 1_000;

    @TempDir
    Path folder;

    private SealSpec spec;
    private NoisePlan plan;

    @BeforeEach
    void read() throws IOException {
        spec = Specs.small(folder);
        plan = NoisePlan.of(spec);
    }

    @Test
    void intervalsOfSumsHoldTheTruthInNineteenOfTwentyReleases() {
        int cells = 40;
        var random = new SplittableRandom(SEED);
        var exact = new long[3][cells];
        for (var column : exact) {
            for (int cell = 0; cell < cells; cell++) {
                column[cell] = random.nextLong(200, 40_000);
            }
        }
        var bits = new SeededBits(SEED);
        for (int version = 0; version < 3; version++) {
            for (int column = 0; column < 3; column++) {
                var variance = plan.levels().get(version).variances().get(column);
                var total = variance.times(Rational.of(cells));
                long width = DiscreteGaussianLaw.of(total).halfWidth(0.95);
                int held = 0;
                for (int i = 0; i < RELEASES; i++) {
                    var release = Release.draw(copy(exact), plan, bits, Progress.NONE);
                    long error = 0;
                    for (int cell = 0; cell < cells; cell++) {
                        error += release.value(version, column, cell) - exact[column][cell];
                    }
                    held += Math.abs(error) <= width ? 1 : 0;
                }
                assertTrue(held >= 930 && held <= 975, held + " of 1000, version " + version + ", column " + column);
            }
        }
    }

    /// The attacker sees the best version of the contributor count and of both measures of the one cell in question
    /// and looks at the sum of evidence, the best test there is between two Gaussians. From how often each world
    /// exceeds a threshold follows an ε that no mechanism with a smaller one could show, with 97.5 % certainty on
    /// either side after Chernoff.
    @Test
    void anAuditFindsLessThanTheStatedEpsilonAndMoreThanNone() {
        int draws = 20_000;
        double delta = 1e-5;
        var without = evidence(new long[3], draws, SEED);
        var with = evidence(new long[] {1, 1000, 5}, draws, SEED + 1);
        double stated = Zcdp.epsilon(spec.best().rho().toDouble() / 2, delta);
        double found = 0;
        var sorted = new ArrayList<>(with);
        Collections.sort(sorted);
        for (int percent = 50; percent < 100; percent += 2) {
            double threshold = sorted.get(draws * percent / 100);
            double truePositive = lowest(count(with, threshold), draws);
            double falsePositive = highest(count(without, threshold), draws);
            found = Math.max(found, Math.log((truePositive - delta) / falsePositive));
        }
        assertTrue(found <= stated, "audit found " + found + " over the stated " + stated);
        assertTrue(found > stated / 6, "audit found " + found + " of " + stated + ": it would find nothing at all");
    }

    @Test
    void theAuditFindsAnEpsilonThatIsTooSmall() {
        int draws = 20_000;
        var without = evidence(new long[3], draws, SEED);
        var with = evidence(new long[] {4, 4000, 20}, draws, SEED + 1);
        var sorted = new ArrayList<>(with);
        Collections.sort(sorted);
        double threshold = sorted.get(draws / 2);
        double found = Math.log(lowest(count(with, threshold), draws) / highest(count(without, threshold), draws));
        assertTrue(found > 2, "four people pass for one: " + found);
    }

    /// Privacy loss of one cell: L is 2 here, so one cell shows half of the edition's rho.
    private List<Double> evidence(long[] totals, int draws, long seed) {
        var bits = new SeededBits(seed);
        var all = new ArrayList<Double>();
        var difference = new long[] {1, 1000, 5};
        for (int i = 0; i < draws; i++) {
            var exact = new CellTotals(new long[][] {{totals[0]}, {totals[1]}, {totals[2]}});
            var release = Release.draw(exact, plan, bits, Progress.NONE);
            double evidence = 0;
            for (int column = 0; column < 3; column++) {
                double variance =
                        plan.levels().getFirst().variances().get(column).toDouble();
                evidence += difference[column] * (double) release.value(0, column, 0) / variance;
            }
            all.add(evidence);
        }
        return all;
    }

    private static int count(List<Double> evidence, double threshold) {
        return (int) evidence.stream().filter(value -> value >= threshold).count();
    }

    /// The least probability under which so many hits have a chance of 2.5 %, by Chernoff's bound in relative entropy.
    private static double lowest(int hits, int draws) {
        return bound(hits, draws, 0, (double) hits / draws);
    }

    private static double highest(int hits, int draws) {
        return bound(hits, draws, 1, (double) hits / draws);
    }

    private static double bound(int hits, int draws, double outer, double inner) {
        double far = outer;
        double near = inner;
        for (int i = 0; i < 60; i++) {
            double middle = (far + near) / 2;
            boolean unlikely = draws * divergence((double) hits / draws, middle) > Math.log(40);
            far = unlikely ? middle : far;
            near = unlikely ? near : middle;
        }
        return far;
    }

    private static double divergence(double p, double q) {
        double first = p == 0 ? 0 : p * Math.log(p / q);
        double second = p == 1 ? 0 : (1 - p) * Math.log((1 - p) / (1 - q));
        return first + second;
    }

    private static CellTotals copy(long[][] exact) {
        return new CellTotals(new long[][] {exact[0].clone(), exact[1].clone(), exact[2].clone()});
    }
}
