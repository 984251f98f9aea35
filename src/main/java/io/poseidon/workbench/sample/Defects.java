package io.poseidon.workbench.sample;

import io.poseidon.workbench.sample.population.Person;
import io.poseidon.workbench.sample.population.Population;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What goes wrong on the way from a provider to the marketplace, drawn after the clean data from a stream of its own:
/// missing values, foreign spellings, refunds that are not marked, mistaken units, rows sent twice, months to come.
/// Honam and Jeju lose categories, Yeongnam has a provider with its own spellings, Central sends rows twice.
final class Defects {

    private static final long SALT = 0x6465666563747331L;
    private static final int OCTOBER = 10;

    /// Per cent of rows, by shard.
    private record Rates(
            double noCategory,
            double noAge,
            double noRegion,
            double foreign,
            double negative,
            double wrongUnit,
            double doubled,
            double future) {}

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

    /// Hands on a person's clean rows, some of them spoiled.
    void apply(Person person, List<ContributionRows.Row> clean, ContributionRows out) {
        var shard = population.figures().regions().get(person.region()).shard();
        var rates = RATES.get(shard);
        if (rates == null) {
            throw new IllegalStateException("no rates for shard " + shard);
        }
        var random = new SplittableRandom((population.seed() ^ SALT) * 0x9fb21c651e98df25L ^ person.id() << 20).split();
        for (var row : clean) {
            var spoiled = spoil(row, rates, random);
            out.add(spoiled);
            if (happens(rates.doubled(), random)) {
                out.add(spoiled);
            }
        }
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
