package io.poseidon.workbench.sealing;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.account.EpsilonDelta;
import io.poseidon.workbench.privacy.account.Zcdp;
import io.poseidon.workbench.sealing.ledger.Neighbour;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What sealing would cost, and what every version would promise, told before anything is read or spent. `cost` is zero
/// where the edition has been charged; `left` is what the population has now; `neighbours` are earlier editions that a
/// buyer could subtract this one from.
public record Estimate(
        String population, Rational cost, Rational left, List<Offer> versions, List<Neighbour> neighbours) {

    /// One version: the standard deviation of its noise by column, in units, and the noisy count a cell needs to be
    /// shown.
    public record Offer(
            String version, Rational rho, EpsilonDelta guarantee, Map<String, Double> sigmas, long threshold) {
        public Offer {
            sigmas = Collections.unmodifiableMap(new LinkedHashMap<>(sigmas));
        }
    }

    public Estimate {
        versions = List.copyOf(versions);
        neighbours = List.copyOf(neighbours);
    }

    static List<Offer> offers(Edition edition) {
        return IntStream.range(0, edition.spec().versions().size())
                .mapToObj(level -> offer(edition, level))
                .toList();
    }

    private static Offer offer(Edition edition, int level) {
        var version = edition.spec().versions().get(level);
        var sigmas = new LinkedHashMap<String, Double>();
        for (var column : new Statements(edition, level).schema().measures()) {
            sigmas.put(column.name(), column.sigma());
        }
        return new Offer(
                version.name(),
                version.rho(),
                Zcdp.epsilon(version.rho(), edition.spec().protection().delta()),
                sigmas,
                edition.plan().threshold(level));
    }
}
