package io.poseidon.workbench.query.view.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.result.ResultColumn;
import io.poseidon.workbench.query.result.ResultPage;
import io.poseidon.workbench.query.view.result.ChartShape.Kind;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.chart.plot.BarPlot;
import io.poseidon.workbench.ui.chart.plot.Line;
import io.poseidon.workbench.ui.chart.plot.LinePlot;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.GridColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which charts a result can make.
class ResultChartTest {

    private static final ResultCells.Wording WORDS = new ResultCells.Wording("noise dominates", "noise", "", "", "");

    @TempDir
    private Path folder;

    private Purchase purchase;

    @BeforeEach
    void open() {
        purchase = new Purchase(folder);
    }

    @AfterEach
    void close() {
        purchase.close();
    }

    @Test
    void drawsTwoGroupsAsLines() {
        var chart = chart("select region, month, sum(amount_sum) s from spend group by 1, 2");
        assertEquals(Optional.of(new ChartShape(Kind.LINE, 0, OptionalInt.of(1), 2)), chart.first());
        assertEquals(
                List.of(Kind.LINE, Kind.HISTOGRAM), chart.kinds(chart.first().orElseThrow()));
    }

    @Test
    void drawsNamesAsBarsAndThingsInOrderAsALine() {
        assertEquals(Kind.BAR, kind("select region, sum(amount_sum) s from spend group by 1"));
        assertEquals(Kind.LINE, kind("select month, sum(amount_sum) s from spend group by 1"));
    }

    @Test
    void drawsNoLinesWhereEveryPlaceHoldsOneNumber() {
        assertEquals(
                Optional.of(new ChartShape(Kind.BAR, 0, OptionalInt.empty(), 2)),
                chart("select region, 'r' || region as code, sum(amount_sum) s from spend group by 1, 2")
                        .first());
    }

    @Test
    void joinsNothingWhereSeveralNumbersShareOnePlace() {
        var each = "select month, sum(amount_sum) s from spend group by month";
        assertEquals(Line.Look.MARKED, look(each));
        assertEquals(Line.Look.POINTS, look(each + ", region"));
        assertEquals(Kind.LINE, kind("select region, sum(amount_sum) s from spend group by region, month"));
        assertEquals(Line.Look.POINTS, look("select region, sum(amount_sum) s from spend group by region, month"));
    }

    @Test
    void drawsNumbersAloneAsTheirSpread() {
        assertEquals(Kind.HISTOGRAM, kind("select amount_sum from spend"));
    }

    @Test
    void drawsNothingWhereThereIsNothingToCompare() {
        assertTrue(chart("select sum(amount_sum) from spend").first().isEmpty());
        assertTrue(chart("select region from spend").first().isEmpty());
    }

    @Test
    void changesPlacesWhereAColumnIsChosenTwice() {
        var shape = new ChartShape(Kind.LINE, 0, OptionalInt.of(1), 2);
        assertEquals(new ChartShape(Kind.LINE, 1, OptionalInt.of(0), 2), shape.across(1));
        assertEquals(new ChartShape(Kind.LINE, 1, OptionalInt.of(0), 2), shape.lines(0));
    }

    @Test
    void greysANumberThatNoiseDominatesWithTheWordsAndDrawsNoWhiskerForIt() {
        try (var table = told(4, Double.NEGATIVE_INFINITY)) {
            var page = page(table);
            var cells = new ResultCells(page, WORDS, Formats.in(Language.ENGLISH));
            assertEquals(new Cell.Interval(5, 1, 2), cells.rows(page).get(0).get(1));
            assertEquals(
                    new Cell.Unreliable(17, 2, "noise dominates"),
                    cells.rows(page).get(1).get(1));
            var chart = new ResultChart(page, cells);
            var shape = chart.first().orElseThrow().kind(Kind.BAR);
            var bars = assertInstanceOf(BarPlot.class, chart.plots().of(shape)).bars();
            assertEquals(1, bars.get(0).half());
            assertEquals(0, bars.get(1).half());
            assertTrue(chart.hasIntervals(shape));
        }
    }

    @Test
    void speaksOfIntervalsOnlyWhereANumberHasOne() {
        try (var table = told(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            var page = page(table);
            var cells = new ResultCells(page, WORDS, Formats.in(Language.ENGLISH));
            assertEquals(GridColumn.Kind.INTERVAL, cells.columns().get(1).kind(), "there is room for the words");
            assertInstanceOf(Cell.Unreliable.class, cells.rows(page).get(0).get(1));
            var chart = new ResultChart(page, cells);
            assertFalse(chart.hasIntervals(chart.first().orElseThrow()));
        }
    }

    /// Two means as a shard tells them: the low ends given, the high ones as far away on the other side.
    private ArrowTable told(double seoul, double jeju) {
        return ArrowTable.builder(purchase.sealed.engine, "told")
                .texts("region", List.of("Seoul", "Jeju"))
                .doubles("mean", List.of(5.0, 17.0))
                .doubles("l1", List.of(seoul, jeju))
                .doubles("h1", List.of(10 - seoul, 34 - jeju))
                .build();
    }

    private static ResultPage page(ArrowTable table) {
        var columns = List.of(
                new ResultColumn("region", ColumnType.TEXT, Optional.empty()),
                new ResultColumn("mean", ColumnType.DOUBLE, Optional.empty()));
        return new ResultPage(table, columns, IntervalPlan.told(List.of(false, true), i -> "l" + i, i -> "h" + i));
    }

    private Line.Look look(String sql) {
        var chart = chart(sql);
        var plot =
                assertInstanceOf(LinePlot.class, chart.plots().of(chart.first().orElseThrow()));
        return plot.lines().getFirst().look();
    }

    private Kind kind(String sql) {
        return chart(sql).first().orElseThrow().kind();
    }

    private ResultChart chart(String sql) {
        var answered = (Reply.Answered) purchase.queries.ask(sql, Progress.NONE);
        try (var result = answered.result()) {
            var page = result.page(0, 100, Progress.NONE);
            return new ResultChart(page, new ResultCells(page, WORDS, Formats.in(Language.ENGLISH)));
        }
    }
}
