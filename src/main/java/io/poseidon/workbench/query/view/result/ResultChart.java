package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.result.ResultPage;
import io.poseidon.workbench.query.view.result.ChartShape.Choices;
import io.poseidon.workbench.query.view.result.ChartShape.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// Which charts a result can make, by the types of its columns: what is no noisy number may stand across or become
/// lines, numbers go up with their intervals. None where there is nothing to compare or too much to see.
final class ResultChart {

    private static final int MOST_ACROSS = 40;
    private static final int MOST_LINES = 6;
    private static final int MANY = 12;

    private final ResultPage page;
    private final ResultCells cells;
    private final Choices choices;

    /// `page` holds the whole result: a chart of a part of it would mislead.
    ResultChart(ResultPage page, ResultCells cells) {
        this.page = page;
        this.cells = cells;
        this.choices = choose();
    }

    Choices choices() {
        return choices;
    }

    Optional<ChartShape> first() {
        if (choices.groups().isEmpty()) {
            return choices.first(false, false, false);
        }
        int across = choices.groups().getFirst();
        int places = names(across).size();
        return choices.first(isOrdered(across), places > MANY, places < page.count());
    }

    /// The kinds that can draw this choice of columns.
    List<Kind> kinds(ChartShape shape) {
        return choices.kinds().stream()
                .filter(kind -> shape.lines().isEmpty() || kind == Kind.LINE || kind == Kind.HISTOGRAM)
                .toList();
    }

    /// Whether any number drawn has an interval around it.
    boolean hasIntervals(ChartShape shape) {
        return shape.kind() != Kind.HISTOGRAM
                && LongStream.range(0, page.count())
                        .anyMatch(row -> page.interval(shape.value(), row) instanceof Interval.Between between
                                && between.high() > between.low());
    }

    ChartPlots plots() {
        return new ChartPlots(page, cells, this::isOrdered);
    }

    private Choices choose() {
        var groups = new ArrayList<Integer>();
        var values = new ArrayList<Integer>();
        for (int column = 0; column < page.columns().size(); column++) {
            if (cells.isNumber(column) && (page.plan().isNoisy(column) || !groupsBy(column))) {
                values.add(column);
            } else {
                groups.add(column);
            }
        }
        if (values.isEmpty() || page.count() < 2 || groups.size() > 2) {
            return new Choices(List.of(), List.of(), List.of());
        }
        var readable = groups.stream()
                .filter(group -> names(group).size() <= MOST_ACROSS)
                .toList();
        boolean comparable = readable.size() == groups.size() && !groups.isEmpty() && fits(groups);
        return new Choices(
                comparable ? List.of(Kind.LINE, Kind.BAR, Kind.DOT, Kind.HISTOGRAM) : List.of(Kind.HISTOGRAM),
                comparable ? groups : List.of(),
                values);
    }

    /// A whole number that no noise is in, left of every number: a month, a year.
    private boolean groupsBy(int column) {
        return page.columns().get(column).type() == ColumnType.INTEGER
                && LongStream.range(0, column).allMatch(before -> !page.plan().isNoisy((int) before));
    }

    private boolean fits(List<Integer> groups) {
        return groups.size() < 2 || names(groups.get(1)).size() <= MOST_LINES;
    }

    /// Numbers and dates are; so are texts that begin with digits (20-29, 70+).
    private boolean isOrdered(int column) {
        return switch (page.columns().get(column).type()) {
            case INTEGER, DECIMAL, DOUBLE, DATE, TIMESTAMP -> true;
            case TEXT -> names(column).stream().allMatch(name -> name.matches("\\d.*"));
            case BOOLEAN, OTHER -> false;
        };
    }

    private Set<String> names(int column) {
        var names = new LinkedHashSet<String>();
        for (long row = 0; row < page.count(); row++) {
            names.add(page.rows().text(column, row));
        }
        return names;
    }
}
