package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Menu;
import io.poseidon.workbench.pricing.Offer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is on offer of one edition, from its manifest: versions from the least precise, the one bought, how noisy a
/// typical measure is in it, and what surveyed buyers would pay, where that is known.
public record Terms(List<Version> versions, int bought, Optional<Measure> measure, Optional<Market> market) {

    private static final double Z95 = 1.96;

    /// `rho` is proportional to precision; `epsilon` follows from it at the edition's delta, rounded up.
    public record Version(String name, Rational rho, Money price, double epsilon) {}

    /// A column and the standard deviation of the noise in one of its cells, in the version bought.
    public record Measure(String name, String unit, double sigma) {}

    public Terms {
        versions = List.copyOf(versions);
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i).rho().compareTo(versions.get(i - 1).rho()) <= 0) {
                throw new IllegalArgumentException("versions stand from the least precise to the most");
            }
        }
        if (bought < 0 || bought >= versions.size()) {
            throw new IllegalArgumentException("the version bought is one of those on offer");
        }
    }

    public int size() {
        return versions.size();
    }

    public Version version(int index) {
        return versions.get(index);
    }

    public String currency() {
        return versions.getFirst().price().currency();
    }

    /// As multiples of the least precise version's.
    public Rational precision(int version) {
        return versions.get(version).rho().over(versions.getFirst().rho());
    }

    /// 95 % of noises in a cell of the measure stay within this, in the measure's unit.
    public Optional<Double> halfWidth(int version) {
        var ratio = versions.get(bought).rho().over(versions.get(version).rho()).toDouble();
        return measure.map(column -> Z95 * column.sigma() * Math.sqrt(ratio));
    }

    public List<Rational> livePrices() {
        return versions.stream().map(version -> version.price().amount()).toList();
    }

    Menu menu(List<Rational> prices) {
        return new Menu(IntStream.range(0, size())
                .mapToObj(i -> new Offer(precision(i), prices.get(i)))
                .toList());
    }
}
