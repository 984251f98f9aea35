package io.poseidon.workbench.sample;

import io.poseidon.workbench.sample.population.Person;
import io.poseidon.workbench.sample.population.Population;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What goes wrong on the way from a provider to the marketplace, drawn after the clean data from a stream of
/// its own: missing values, foreign spellings, refunds that are not marked, mistaken units, rows sent twice or
/// late, months to come. They are not spread evenly, so that a marginal rate hides them: Honam and Jeju lose
/// categories and nine days of September, one provider of Yeongnam has spellings of its own, Central sends rows
/// twice, the old leave out their age.
final class Defects {

    private static final long SALT = 0x6465666563747331L;
    private static final int SEPTEMBER = 9;
    private static final int OCTOBER = 10;
    private static final double LOST_OF_SEPTEMBER = 9 / 30.0;
    private static final int OLD = 70;
    private static final double OLD_LEAVE_OUT_AGE = 3;
    private static final int PROVIDERS = 10;

    /// Per cent of rows, by shard.
    private record Rates(
            double noCategory,
            double noAge,
            double noRegion,
            double foreign,
            double negative,
            double wrongUnit,
            double doubled,
            double future) {

        Rates withNoAge(double rate) {
            return new Rates(noCategory, rate, noRegion, foreign, negative, wrongUnit, doubled, future);
        }

        Rates withForeign(double rate) {
            return new Rates(noCategory, noAge, noRegion, rate, negative, wrongUnit, doubled, future);
        }
    }

    private static final Map<String, Rates> RATES = Map.of(
            "seoul", new Rates(0.2, 0.4, 0.1, 0.05, 0.3, 0.01, 0.1, 0.02),
            "capital", new Rates(0.4, 0.6, 0.2, 0.1, 0.4, 0.02, 0.3, 0.02),
            "yeongnam", new Rates(0.6, 1.0, 0.2, 1.2, 0.5, 0.02, 0.4, 0.05),
            "central", new Rates(0.4, 0.6, 0.2, 0.1, 0.4, 0.02, 1.8, 0.02),
            "honam-jeju", new Rates(3.0, 2.0, 0.5, 0.4, 0.8, 0.10, 0.5, 0.10));

    private final Population population;

    Defects(Population population) {
        this.population = population;
    }

    /// The part of a person's purchases that is never handed in.
    double lost(Person person, int month) {
        return month == SEPTEMBER && shard(person).equals("honam-jeju") ? LOST_OF_SEPTEMBER : 0;
    }

    /// Hands on a person's clean rows, some of them spoiled.
    void apply(Person person, List<ContributionRows.Row> clean, ContributionRows out) {
        var shard = shard(person);
        var rates = rates(person, shard);
        var arrivals = new Arrivals(shard);
        var random = new SplittableRandom((population.seed() ^ SALT) * 0x9fb21c651e98df25L ^ person.id() << 20).split();
        for (var row : clean) {
            var spoiled = spoil(row.onDay(arrivals.first(row.month(), random)), rates, random);
            out.add(spoiled);
            if (happens(rates.doubled(), random)) {
                out.add(spoiled.onDay(arrivals.again(spoiled.received(), random)));
            }
        }
    }

    private String shard(Person person) {
        return population.figures().regions().get(person.region()).shard();
    }

    private static Rates rates(Person person, String shard) {
        var rates = RATES.get(shard);
        if (rates == null) {
            throw new IllegalStateException("no rates for shard " + shard);
        }
        var aged = person.age() >= OLD ? rates.withNoAge(rates.noAge() * OLD_LEAVE_OUT_AGE) : rates;
        if (!shard.equals("yeongnam")) {
            return aged;
        }
        return aged.withForeign(person.id() % PROVIDERS == 0 ? rates.foreign() * PROVIDERS : 0);
    }

    private static ContributionRows.Row spoil(ContributionRows.Row clean, Rates rates, SplittableRandom random) {
        var row = happens(rates.noCategory(), random) ? clean.withCategory(ContributionRows.MISSING) : clean;
        row = happens(rates.noAge(), random) ? row.withAge(ContributionRows.MISSING) : row;
        row = happens(rates.noRegion(), random) ? row.withRegion(ContributionRows.MISSING) : row;
        if (happens(rates.foreign(), random)) {
            row = row.withRegion(-2 - random.nextInt(ContributionRows.FOREIGN.size()));
        }
        row = happens(rates.negative(), random) ? row.withWon(-row.won()) : row;
        row = happens(rates.wrongUnit(), random) ? row.withWon(row.won() * 100) : row;
        return happens(rates.future(), random) ? row.withMonth(OCTOBER) : row;
    }

    private static boolean happens(double percent, SplittableRandom random) {
        return random.nextDouble() * 100 < percent;
    }
}
