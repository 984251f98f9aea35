package io.poseidon.workbench.sealing;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.EpsilonDelta;
import io.poseidon.workbench.privacy.Zcdp;
import io.poseidon.workbench.sealing.release.NoisePlan;
import java.util.List;
import java.util.stream.IntStream;

/// What sealing would cost, and what every version would promise, told before anything is read or spent. `cost` is zero
/// where the edition has been charged; `left` is what the population has now.
public record Estimate(String population, Rational cost, Rational left, List<Offer> versions) {

    /// One version: its noise by column (contributors first, in steps) and the noisy count a cell needs to be shown.
    public record Offer(
            String version, Rational rho, EpsilonDelta guarantee, List<Rational> variances, long threshold) {
        public Offer {
            variances = List.copyOf(variances);
        }
    }

    public Estimate {
        versions = List.copyOf(versions);
    }

    static List<Offer> offers(NoisePlan plan, Rational delta) {
        return IntStream.range(0, plan.levels().size())
                .mapToObj(i -> {
                    var level = plan.levels().get(i);
                    var rho = level.version().rho();
                    return new Offer(
                            level.version().name(),
                            rho,
                            Zcdp.epsilon(rho, delta),
                            level.variances(),
                            plan.threshold(i));
                })
                .toList();
    }
}
