package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.revenue.Survey;
import io.poseidon.workbench.pricing.scenario.Terms.Measure;
import io.poseidon.workbench.pricing.scenario.Terms.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Terms of a product with three versions, and buyers who said what they would pay.
public final class SampleTerms {

    private static final long[][] ANSWERS = {
        {150_000, 200_000, 250_000, 300_000, 300_000, 350_000, 400_000, 500_000},
        {600_000, 800_000, 900_000, 1_100_000, 1_100_000, 1_200_000, 1_500_000, 1_800_000},
        {1_800_000, 2_500_000, 3_000_000, 3_500_000, 3_900_000, 4_200_000, 5_000_000, 6_500_000}
    };

    private SampleTerms() {}

    public static Terms withMarket() {
        return terms(Optional.of(market()));
    }

    public static Terms withoutMarket() {
        return terms(Optional.empty());
    }

    static Market market() {
        var versions = IntStream.range(0, ANSWERS.length)
                .mapToObj(i -> new Survey.Version(
                        rho(i),
                        Arrays.stream(ANSWERS[i])
                                .mapToObj(value -> new Survey.Answer(Rational.of(value), Rational.ONE))
                                .toList()))
                .toList();
        return new Market(new Survey(versions), List.of(60, 40, 20), "card-spend-2026q3");
    }

    private static Terms terms(Optional<Market> market) {
        return new Terms(
                List.of(
                        new Version("bronze", rho(0), Money.of(300_000, "KRW"), 1.12),
                        new Version("silver", rho(1), Money.of(1_100_000, "KRW"), 2.71),
                        new Version("gold", rho(2), Money.of(3_900_000, "KRW"), 6.62)),
                2,
                Optional.of(new Measure("amount_sum", "KRW", 12_000_000)),
                market);
    }

    private static Rational rho(int version) {
        return List.of(Rational.of(1, 50), Rational.of(1, 10), Rational.of(1, 2))
                .get(version);
    }
}
