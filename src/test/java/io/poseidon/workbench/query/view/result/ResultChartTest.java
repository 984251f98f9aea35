package io.poseidon.workbench.query.view.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.Reply;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which chart a result makes.
class ResultChartTest {

    @TempDir
    private Path folder;

    @Test
    void drawsAChartOfGroupsOnly() {
        try (var purchase = new Purchase(folder)) {
            assertEquals(
                    Optional.of(new ResultChart(0, 1, 2)),
                    chart(purchase, "select region, month, sum(amount_sum) s from spend group by 1, 2"));
            assertEquals(Optional.empty(), chart(purchase, "select sum(amount_sum) from spend"));
        }
    }

    private static Optional<ResultChart> chart(Purchase purchase, String sql) {
        var answered = (Reply.Answered) purchase.queries.ask(sql, Progress.NONE);
        try (var result = answered.result()) {
            var page = result.page(0, 100, Progress.NONE);
            return ResultChart.of(page, new ResultCells(page, ""));
        }
    }
}
