package io.poseidon.workbench.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is known about the quality of one table: a score a dimension, and the standard checks. Everything is computed
/// from protected cells, so it costs no privacy. Dimensions that cannot be judged are absent, never guessed.
public record QualityReport(List<Score> scores, List<Check> checks, Optional<Representativeness> representativeness) {

    public QualityReport {
        scores = List.copyOf(scores);
        checks = List.copyOf(checks);
    }

    /// `threshold` is the noisy contributor count from which the table shows a cell.
    public static QualityReport of(ClearedTable table, long threshold, Optional<Population> population) {
        var scores = new ArrayList<>(new CellScores(table).scores());
        var people = population.flatMap(reference -> Representativeness.of(table, reference, threshold));
        people.map(Representativeness::score).ifPresent(scores::add);
        return new QualityReport(scores, StandardChecks.run(table, threshold), people);
    }

    /// The geometric mean of all scores: nothing makes up for a dimension at zero.
    public double composite() {
        return Math.pow(scores.stream().mapToDouble(Score::value).reduce(1, (a, b) -> a * b), 1.0 / scores.size());
    }

    /// Where the composite lies when every score lies in its interval.
    public Score.Interval compositeInterval() {
        double low = 1;
        double high = 1;
        for (var score : scores) {
            low *= score.interval().map(Score.Interval::low).orElse(score.value());
            high *= score.interval().map(Score.Interval::high).orElse(score.value());
        }
        return new Score.Interval(Math.pow(low, 1.0 / scores.size()), Math.pow(high, 1.0 / scores.size()));
    }

    public Score weakest() {
        return scores.stream().min(Comparator.comparingDouble(Score::value)).orElseThrow();
    }

    public long passed() {
        return checks.stream()
                .filter(check -> check.state() == Check.State.PASSED)
                .count();
    }
}
