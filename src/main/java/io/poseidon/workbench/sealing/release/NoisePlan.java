package io.poseidon.workbench.sealing.release;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.DiscreteGaussian;
import io.poseidon.workbench.privacy.NestedStep;
import io.poseidon.workbench.privacy.account.Sensitivity;
import io.poseidon.workbench.privacy.account.Zcdp;
import io.poseidon.workbench.sealing.spec.Measure;
import io.poseidon.workbench.sealing.spec.SealSpec;
import io.poseidon.workbench.sealing.spec.SealSpec.Version;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much noise every version carries. Columns are the contributor count and then the measures, variances are in
/// squared steps, σ² = Δ²/2ρ with the version's share of rho; versions stand from the most to the least precise.
public record NoisePlan(List<Level> levels, int minimumCohort) {

    /// 1.645 standard deviations: an empty cell is shown in one of twenty cases at k = 0, and far more rarely at k.
    private static final Rational MARGIN = Rational.of(1645, 1000);

    private static final Bounds ONE_PERSON = new Bounds(Rational.ZERO, Rational.ONE);

    /// One version: shares of rho and variances by column.
    public record Level(Version version, List<Rational> rhos, List<Rational> variances) {}

    public NoisePlan {
        levels = List.copyOf(levels);
    }

    /// Problems: a step between neighbouring versions that is too small to be covered by the theorem, or noise beyond
    /// what whole numbers of 64 bits hold.
    public static NoisePlan of(SealSpec spec) {
        var levels =
                spec.versions().stream().map(version -> level(spec, version)).toList();
        var plan = new NoisePlan(levels, spec.protection().minimumCohort());
        for (int i = 1; i < levels.size(); i++) {
            plan.requireSound(i);
        }
        return plan;
    }

    private static Level level(SealSpec spec, Version version) {
        var shares = spec.protection().shares();
        var rhos = new ArrayList<Rational>();
        var variances = new ArrayList<Rational>();
        rhos.add(shares.ofContributors(version.rho()));
        variances.add(variance(spec, ONE_PERSON, rhos.getFirst()));
        for (int i = 0; i < spec.measures().size(); i++) {
            Measure measure = spec.measures().get(i);
            rhos.add(shares.ofMeasure(i, version.rho()));
            variances.add(variance(spec, measure.boundsInSteps(), rhos.getLast()));
        }
        return new Level(version, List.copyOf(rhos), List.copyOf(variances));
    }

    private static Rational variance(SealSpec spec, Bounds bounds, Rational rho) {
        var variance = Zcdp.variance(Sensitivity.squared(bounds, spec.cellsPerContributor()), rho);
        if (variance.compareTo(DiscreteGaussian.LARGEST_VARIANCE) > 0) {
            throw Problem.of(Kind.INPUT, NoisePlan.class, "noise-too-large");
        }
        return variance;
    }

    public int columns() {
        return levels.getFirst().variances().size();
    }

    /// The step that leads to a level from the better one, for one column.
    public NestedStep step(int level, int column) {
        return new NestedStep(
                levels.get(level - 1).variances().get(column),
                levels.get(level).variances().get(column));
    }

    /// An upper bound on how far a level's noise is from one discrete Gaussian of its variance: slacks add up along the
    /// chain, the worst column counts. Empty for the best version, which is exact.
    public Optional<Double> slack(int level) {
        double worst = 0;
        for (int column = 0; column < columns(); column++) {
            double sum = 0;
            for (int i = 1; i <= level; i++) {
                sum += step(i, column).slack();
            }
            worst = Math.max(worst, sum);
        }
        return level == 0 ? Optional.empty() : Optional.of(worst);
    }

    /// k + ⌈1.645 σ⌉ for the version's own contributor noise, in whole numbers throughout.
    public long threshold(int level) {
        var square = MARGIN.times(MARGIN).times(levels.get(level).variances().getFirst());
        return minimumCohort + ceilingOfRoot(square).longValueExact();
    }

    private static BigInteger ceilingOfRoot(Rational square) {
        var parts = square.ceiling().sqrtAndRemainder();
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    private void requireSound(int level) {
        for (int column = 0; column < columns(); column++) {
            if (!step(level, column).isSound()) {
                throw Problem.of(
                        Kind.INPUT,
                        NoisePlan.class,
                        "versions-too-close",
                        levels.get(level).version().name(),
                        levels.get(level - 1).version().name());
            }
        }
    }
}
