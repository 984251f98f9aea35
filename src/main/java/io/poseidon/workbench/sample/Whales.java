package io.poseidon.workbench.sample;

import io.poseidon.workbench.sample.population.Person;
import io.poseidon.workbench.sample.population.Population;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// Three people who bought one jewel for hundreds of millions of won, so that the clamp and the dominance rule have a
/// case that can be seen: the first of the generator's people in Daegu's fifties, Seoul's sixties and Jeju's forties.
final class Whales {

    private static final int SEPTEMBER = 9;
    private static final int SEARCHED = 2_000;

    private static final Map<String, Long> WON =
            Map.of("Daegu 50-59", 300_000_000L, "Seoul 60-69", 900_000_000L, "Jeju 40-49", 450_000_000L);

    private Whales() {}

    /// The purchase as a row of its own with this number, where the person is one of the three.
    static Optional<ContributionRows.Row> of(Population population, Person person, int number) {
        if (person.id() >= SEARCHED) {
            return Optional.empty();
        }
        var group = group(population, person);
        boolean first = WON.containsKey(group)
                && LongStream.range(0, person.id())
                        .mapToObj(population::person)
                        .noneMatch(earlier -> group(population, earlier).equals(group));
        return first
                ? Optional.of(ContributionRows.Row.of(
                        person, number, jewelry(population), SEPTEMBER, WON.getOrDefault(group, 0L), 1))
                : Optional.empty();
    }

    private static String group(Population population, Person person) {
        var figures = population.figures();
        return figures.regions().get(person.region()).name() + " "
                + figures.ageBands().get(person.ageBand()).label();
    }

    private static int jewelry(Population population) {
        var categories = population.figures().categories();
        for (int c = 0; c < categories.size(); c++) {
            if (categories.get(c).name().equals("jewelry")) {
                return c;
            }
        }
        throw new IllegalStateException("no jewelry among the categories");
    }
}
