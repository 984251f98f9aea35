package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/// A subject for tests of the screen: younger than the population, with some cells hidden.
public final class SampleSubject {

    private SampleSubject() {}

    public static Subject younger() {
        var random = new Random(20);
        var cells = new SampleCells(5, younger(random), 6);
        cells.hideBelow(40);
        return new Subject(cells.table(), 10, Optional.of(Population.korea()), card());
    }

    public static Subject withoutPopulation() {
        return new Subject(new SampleCells(6, SampleCells.EVERY_HUNDREDTH, 6).table(), 10, Optional.empty(), card());
    }

    private static DatasetCard card() {
        return new DatasetCard(
                new DatasetCard.Title("Card spending by region and age", "지역·연령별 카드 소비"),
                "Hangang Data Market",
                "month 7 – 9",
                Rational.of(1, 2),
                20,
                30,
                "research, to 2027-09-30");
    }

    private static ToDoubleBiFunction<List<String>, Double> younger(Random random) {
        return (labels, people) -> {
            double age = Integer.parseInt(labels.get(1).substring(0, 2));
            return people / 100 * (1.8 - age / 50) * (0.9 + random.nextDouble() / 5);
        };
    }
}
