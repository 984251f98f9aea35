package io.poseidon.workbench.sample.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The generator against the totals published with its recipe, for 24,000 people: tolerances are those of the recipe,
/// widened by the smaller number.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PopulationTest {

    private static final int PEOPLE = 24_000;

    private final Population population = new Population(Figures.load(), 7);
    private final List<CreditFile> files = files(population, PEOPLE);

    private static List<CreditFile> files(Population from, int people) {
        return LongStream.range(0, people)
                .parallel()
                .mapToObj(from::person)
                .map(person -> CreditFile.of(from, person))
                .toList();
    }

    @Test
    void drawsTheSamePersonWhoeverElseIsDrawn() {
        var alone = CreditFile.of(population, population.person(777));
        assertEquals(alone, files.get(777));
        assertEquals(alone, CreditFile.of(new Population(Figures.load(), 7), population.person(777)));
        assertNotEquals(alone, CreditFile.of(new Population(Figures.load(), 8), population.person(777)));
    }

    @Test
    void drawsAMonthTheSameWithoutTheOthers() {
        var wallet = Wallet.of(population, population.person(5));
        var year = new ArrayList<Long>();
        var september = new ArrayList<Long>();
        for (int month = 1; month <= 12; month++) {
            var into = month == 9 ? year : new ArrayList<Long>();
            wallet.month(month, (category, won) -> into.add(won));
        }
        Wallet.of(population, population.person(5)).month(9, (category, won) -> september.add(won));
        assertEquals(year, september);
    }

    @Test
    void meetsTheTotalsOfTheRecipe() {
        assertEquals(7.1, percent(files, CreditFile::isOverdue), 0.5);
        double[] shares = {27.6, 26.1, 22.9, 15.6, 6.3, 1.5};
        double[] women = {49.7, 49.7, 51.4, 51.9, 53.5, 60.0};
        for (int band = 0; band < shares.length; band++) {
            int at = band;
            var group =
                    files.stream().filter(file -> file.person().ageBand() == at).toList();
            assertEquals(shares[band], 100.0 * group.size() / PEOPLE, 0.9, "share of band " + band);
            assertEquals(
                    women[band],
                    percent(group, file -> !file.person().isMale()),
                    300 / Math.sqrt(group.size()),
                    "women of band " + band);
        }
        assertEquals(36.7, mean(files, file -> file.person().income() / 1e6), 0.6);
        assertEquals(1876, mean(files, file -> Math.exp(file.features().get(10)) / 1000), 25);
    }

    @Test
    void shardsDifferInWhatALinearModelCannotSee() {
        double seoul = percent(at(files, "seoul"), CreditFile::isOverdue);
        double honam = percent(at(files, "honam-jeju"), CreditFile::isOverdue);
        assertEquals(6.25, seoul, 1.2);
        assertEquals(8.69, honam, 1.9);
        assertTrue(seoul < honam);
    }

    @Test
    void purchasesHaveThePublishedShape() {
        var sums = new double[3];
        int people = 3_000;
        for (int id = 0; id < people; id++) {
            var wallet = Wallet.of(population, population.person(id));
            for (int month = 1; month <= 12; month++) {
                wallet.month(month, (category, amount) -> {
                    sums[0]++;
                    sums[1] += Math.log(amount);
                    sums[2] += Math.log(amount) * Math.log(amount);
                    assertTrue(amount >= 100 && amount % 10 == 0);
                });
            }
        }
        double logs = sums[1] / sums[0];
        assertEquals(55.3, sums[0] / people / 12, 1.5, "purchases a month");
        assertEquals(9.75, logs, 0.03);
        assertEquals(1.12, Math.sqrt(sums[2] / sums[0] - logs * logs), 0.02);
    }

    private List<CreditFile> at(List<CreditFile> files, String shard) {
        return files.stream()
                .filter(file -> population
                        .figures()
                        .regions()
                        .get(file.person().region())
                        .shard()
                        .equals(shard))
                .toList();
    }

    private static double percent(List<CreditFile> files, Predicate<CreditFile> holds) {
        return 100.0 * files.stream().filter(holds).count() / files.size();
    }

    private static double mean(List<CreditFile> files, ToDoubleFunction<CreditFile> value) {
        return files.stream().mapToDouble(value).average().orElse(0);
    }
}
