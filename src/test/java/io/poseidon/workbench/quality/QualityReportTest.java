package io.poseidon.workbench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.quality.Check.State;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QualityReportTest {

    private static final long THRESHOLD = 10;

    @Test
    void scoresATableThatMirrorsThePopulationHighly() {
        var cells = new SampleCells(1, SampleCells.EVERY_HUNDREDTH, 6);
        var report = report(cells);
        assertEquals(Dimension.values().length, report.scores().size());
        assertEquals(1, score(report, Dimension.COMPLETENESS).value());
        assertTrue(score(report, Dimension.REPRESENTATIVENESS).value() > 0.99);
        assertEquals(1, score(report, Dimension.CONSISTENCY).value());
        assertEquals(report.checks().size(), report.passed());
        assertTrue(report.composite() > 0.9 && report.weakest().value() <= report.composite());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theIntervalOfRepresentativenessHoldsTheValueWithoutNoise(long seed) {
        var random = new Random(seed);
        var tilt = new HashMap<List<String>, Double>();
        ToDoubleBiFunction<List<String>, Double> share =
                (labels, people) -> people * tilt.computeIfAbsent(labels, key -> 0.002 + random.nextDouble() / 100);
        var noisy = report(new SampleCells(seed, share, 40));
        var clean = report(new SampleCells(seed, share, 0));
        double truth = score(clean, Dimension.REPRESENTATIVENESS).value();
        var interval = score(noisy, Dimension.REPRESENTATIVENESS).interval().orElseThrow();
        assertTrue(interval.low() <= truth && truth <= interval.high(), () -> "seed " + seed + " " + interval + truth);
        assertTrue(interval.high() - interval.low() < 0.2);
    }

    @Test
    void countsHiddenCellsAndNamesWhereTheyAre() {
        var cells = new SampleCells(2, SampleCells.EVERY_HUNDREDTH, 6);
        cells.hideWhere("category", "jewelry");
        var completeness = score(report(cells), Dimension.COMPLETENESS);
        assertEquals(0.5, completeness.value());
        assertTrue(completeness.interval().isEmpty());
        var text = completeness.evidence().in(Locale.ENGLISH);
        assertTrue(text.contains("of 204 cells hidden") && text.contains("category jewelry (100 %)"), text);
    }

    @Test
    void moreNoiseLowersAccuracyAndPrecision() {
        var little = report(new SampleCells(3, SampleCells.EVERY_HUNDREDTH, 6));
        var much = report(new SampleCells(3, SampleCells.EVERY_HUNDREDTH, 600));
        for (var dimension : List.of(Dimension.ACCURACY, Dimension.PRECISION)) {
            assertTrue(score(little, dimension).value() > score(much, dimension).value());
            var interval = score(much, dimension).interval().orElseThrow();
            double value = score(much, dimension).value();
            assertTrue(interval.low() <= value && value <= interval.high(), dimension.id());
        }
    }

    @Test
    void findsWhatAPublisherGotWrong() {
        var cells = new SampleCells(4, SampleCells.EVERY_HUNDREDTH, 6);
        cells.set(0, "region", "Atlantis");
        cells.set(1, "contributors", 3.5);
        cells.repeat(5);
        var report = report(cells);
        assertEquals(State.FAILED, state(report, "domain"));
        assertEquals(State.FAILED, state(report, "threshold"));
        assertEquals(State.FAILED, state(report, "whole"));
        assertEquals(State.FAILED, state(report, "once"));
        assertEquals(State.PASSED, state(report, "noise"));
    }

    @Test
    void findsTotalsThatTheContributorsCannotHaveMade() {
        var cells = new SampleCells(5, SampleCells.EVERY_HUNDREDTH, 6);
        cells.set(0, "amount_sum", 1e15);
        var consistency = score(report(cells), Dimension.CONSISTENCY);
        assertEquals(203.0 / 204, consistency.value());
    }

    @Test
    void leavesOutWhatNoPopulationDescribes() {
        var cells = new SampleCells(6, SampleCells.EVERY_HUNDREDTH, 6);
        var without = QualityReport.of(cells.table(), THRESHOLD, Optional.empty());
        assertTrue(without.scores().stream().noneMatch(score -> score.dimension() == Dimension.REPRESENTATIVENESS));
        assertTrue(without.representativeness().isEmpty());
    }

    @Test
    void marginsCompareThePanelWithThePopulation() {
        var report = report(new SampleCells(7, SampleCells.EVERY_HUNDREDTH, 6));
        var margins = report.representativeness().orElseThrow().margins("age_band");
        assertEquals(
                List.of("20-29", "30-39", "40-49", "50-59", "60-69", "70+"),
                margins.stream().map(Representativeness.Margin::label).toList());
        assertEquals(
                1,
                margins.stream()
                        .mapToDouble(Representativeness.Margin::reference)
                        .sum(),
                1e-12);
        assertEquals(
                1,
                margins.stream().mapToDouble(Representativeness.Margin::panel).sum(),
                1e-12);
        assertTrue(margins.stream().allMatch(margin -> Math.abs(margin.panel() - margin.reference()) < 0.01));
    }

    @Test
    void shipsTheAdultsOfKorea() {
        var korea = Population.korea();
        assertEquals(17 * 6, korea.people().size());
        assertEquals(
                43_344_000,
                korea.people().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
        assertEquals(Optional.of(1_355_000.0), korea.at(List.of("Seoul", "20s")));
        assertFalse(korea.source(Locale.KOREAN).equals(korea.source(Locale.ENGLISH)));
    }

    @Test
    void saysEverySentenceInBothLanguages() {
        var report = report(new SampleCells(8, SampleCells.EVERY_HUNDREDTH, 6));
        for (var score : report.scores()) {
            assertFalse(score.evidence().in(Locale.KOREAN).contains("{"));
            assertFalse(score.formula().in(Locale.KOREAN).equals(score.formula().in(Locale.ENGLISH)));
        }
        for (var check : report.checks()) {
            assertFalse(check.title().in(Locale.KOREAN).equals(check.title().in(Locale.ENGLISH)));
        }
    }

    @Test
    void refusesATableWithoutContributors() {
        var cells = new SampleCells(9, SampleCells.EVERY_HUNDREDTH, 6);
        var problem = Assertions.assertThrows(Problem.class, cells::tableWithoutContributors);
        assertEquals("column-missing", problem.code());
    }

    private static QualityReport report(SampleCells cells) {
        return QualityReport.of(cells.table(), THRESHOLD, Optional.of(Population.korea()));
    }

    private static Score score(QualityReport report, Dimension dimension) {
        return report.scores().stream()
                .filter(score -> score.dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    private static State state(QualityReport report, String check) {
        return report.checks().stream()
                .filter(one -> one.id().equals(check))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
