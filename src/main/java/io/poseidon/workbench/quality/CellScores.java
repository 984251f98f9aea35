package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;

/// Scores that need nothing but the table's own shown cells and its stated noise.
final class CellScores {

    private static final double Z95 = 1.96;
    private static final double Z999 = 3.29;

    private final ClearedTable table;

    CellScores(ClearedTable table) {
        this.table = table;
    }

    List<Score> scores() {
        var scores = new ArrayList<Score>();
        scores.add(completeness());
        if (table.shown() > 1) {
            accuracy().ifPresent(scores::add);
            consistency().ifPresent(scores::add);
            precision().ifPresent(scores::add);
        }
        return scores;
    }

    /// Cells shown of cells declared: a count, without error. Hidden and empty cells look the same on purpose.
    private Score completeness() {
        long hidden = table.declared() - table.shown();
        double share = (double) table.shown() / table.declared();
        var evidence = hidden == 0
                ? Sentence.of("evidence.completeness-all", table.declared())
                : Sentence.of("evidence.completeness", hidden, table.declared(), mostHidden());
        return Score.exact(Dimension.COMPLETENESS, share, evidence);
    }

    /// The value of one dimension that hides the largest share of its cells.
    private String mostHidden() {
        return table.schema().dimensions().stream()
                .flatMap(dimension -> dimension.domain().stream().map(label -> hidden(dimension, label)))
                .max(Comparator.comparingDouble(Hidden::share))
                .map(most -> String.format(Locale.ROOT, "%s (%.0f %%)", most.label(), 100 * most.share()))
                .orElse("");
    }

    private record Hidden(String label, double share) {}

    private Hidden hidden(Column dimension, String label) {
        var cells = table.cells();
        int shown = cells.where(cells.stringColumn(dimension.name()).isEqualTo(label))
                .rowCount();
        double declared = (double) table.declared() / dimension.domain().size();
        return new Hidden(dimension.name() + " " + label, 1 - shown / declared);
    }

    /// One minus the median of half width over value, for the first measure with noise. Its interval moves every value
    /// by its own half width, all up or all down: wider than need be.
    private Optional<Score> accuracy() {
        return noisy().findFirst().map(column -> {
            double half = Z95 * column.sigma();
            double[] values = table.numbers(column.name());
            double median = median(values, half, 0);
            return Score.within(
                    Dimension.ACCURACY,
                    1 - median,
                    new Score.Interval(1 - median(values, half, -half), 1 - median(values, half, half)),
                    Sentence.of("evidence.accuracy", column.name(), percent(median)));
        });
    }

    private static double median(double[] values, double half, double shift) {
        double[] relative = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> half / Math.max(Math.abs(value) + shift, 1e-9))
                .map(share -> Math.min(share, 1))
                .toArray();
        return DoubleColumn.create("relative", relative).median();
    }

    /// Totals that lie within contributors × bounds, give or take the noise of both (99.9 %): a count.
    private Optional<Score> consistency() {
        long examined = 0;
        long inside = 0;
        double[] people = table.numbers(ClearedTable.CONTRIBUTORS);
        for (var column : table.measures()) {
            if (column.bounds().isPresent()) {
                double[] totals = table.numbers(column.name());
                for (int row = 0; row < totals.length; row++) {
                    examined++;
                    inside += fits(column, column.bounds().get(), totals[row], people[row]) ? 1 : 0;
                }
            }
        }
        if (examined == 0) {
            return Optional.empty();
        }
        var evidence = Sentence.of("evidence.consistency", inside, examined);
        return Optional.of(Score.exact(Dimension.CONSISTENCY, (double) inside / examined, evidence));
    }

    private boolean fits(Column column, Bounds bounds, double total, double people) {
        double max = bounds.max().toDouble();
        double min = bounds.min().toDouble();
        double reach = Math.max(Math.abs(min), Math.abs(max)) * table.sigma(ClearedTable.CONTRIBUTORS);
        double slack = Z999 * Math.hypot(column.sigma(), reach);
        return total >= people * min - slack && total <= people * max + slack;
    }

    /// One minus the share of the spread between shown cells that is noise: 1 - σ²/s², for the measure where that is
    /// worst. The interval is that of s² under the noise.
    private Optional<Score> precision() {
        return noisy().map(this::signal).min(Comparator.comparingDouble(Score::value));
    }

    private Score signal(Column column) {
        var values = table.cells().doubleColumn(column.name()).removeMissing();
        double noise = column.sigma() * column.sigma();
        double spread = Math.max(values.variance(), Double.MIN_NORMAL);
        double error = Z95 * Math.sqrt((4 * Math.max(spread - noise, 0) * noise + 2 * noise * noise) / values.size());
        return Score.within(
                Dimension.PRECISION,
                1 - noise / spread,
                new Score.Interval(
                        1 - noise / Math.max(spread - error, Double.MIN_NORMAL), 1 - noise / (spread + error)),
                Sentence.of("evidence.precision", column.name(), percent(noise / spread)));
    }

    private Stream<Column> noisy() {
        return table.measures().stream().filter(column -> column.noiseVariance().isPresent());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
