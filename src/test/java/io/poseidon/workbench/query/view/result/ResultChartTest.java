package io.poseidon.workbench.query.view.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.view.result.ChartShape.Kind;
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

    private Kind kind(String sql) {
        return chart(sql).first().orElseThrow().kind();
    }

    private ResultChart chart(String sql) {
        var answered = (Reply.Answered) purchase.queries.ask(sql, Progress.NONE);
        try (var result = answered.result()) {
            var page = result.page(0, 100, Progress.NONE);
            return new ResultChart(page, new ResultCells(page, new ResultCells.Wording("", "", "", "M")));
        }
    }
}
