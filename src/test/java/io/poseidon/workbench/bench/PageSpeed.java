package io.poseidon.workbench.bench;

import com.sun.management.OperatingSystemMXBean;
import io.poseidon.workbench.engine.Answer;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import java.lang.management.ManagementFactory;

/// A result of ten million rows: its first page, all of it to Java, and memory while it is paged through.
final class PageSpeed {

    private static final long ROWS = 10_000_000;
    private static final int PAGE = 200;

    private PageSpeed() {}

    static void measure(SpeedTable table) {
        try (var engine = Engine.start();
                var desk = Desk.open(engine)) {
            desk.run("CREATE TABLE t AS SELECT i AS id, CAST(hash(i) % 12 AS INTEGER) AS month, hash(i, 1) % 100000 /"
                    + " 7.0::DOUBLE AS rate, 'customer ' || i % 100000 AS name FROM range(" + ROWS + ") r(i)");
            table.row("ten million rows, first page", firstPage(desk), 200, "ms");
            try (var answer = desk.query("FROM t", Progress.NONE)) {
                table.row("ten million rows to Java", bulk(answer), 0.6, "s of processor");
                table.row("    the same batches, not looked into", unread(answer), "s of processor");
                paged(answer, engine, table);
            }
        }
    }

    private static double firstPage(Desk desk) {
        var times = new double[7];
        for (int i = -2; i < times.length; i++) {
            long start = System.nanoTime();
            try (var answer = desk.query("FROM t", Progress.NONE)) {
                answer.page(0, PAGE, Progress.NONE);
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return SpeedTable.median(times);
    }

    /// Every number of three columns; the texts of the fourth come along, as bytes.
    private static double bulk(Answer answer) {
        return processorSeconds(() -> {
            var sums = new double[2];
            answer.scan(Progress.NONE, rows -> {
                var ids = rows.cells(0);
                var months = rows.cells(1);
                var rates = rows.cells(2);
                for (int row = 0; row < rows.count(); row++) {
                    sums[0] += ids.integer(row) + months.integer(row);
                    sums[1] += rates.number(row);
                }
            });
        });
    }

    /// What the engine takes to hand the same batches over, whatever is done with them.
    private static double unread(Answer answer) {
        return processorSeconds(() -> answer.scan(Progress.NONE, rows -> {}));
    }

    private static double processorSeconds(SpeedTable.Work work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var times = new double[5];
        for (int i = -2; i < times.length; i++) {
            long start = system.getProcessCpuTime();
            work.run();
            if (i >= 0) {
                times[i] = (system.getProcessCpuTime() - start) / 1e9;
            }
        }
        return SpeedTable.median(times);
    }

    private static void paged(Answer answer, Engine engine, SpeedTable table) {
        long early = 0;
        long most = 0;
        for (long offset = 0; offset < ROWS; offset += 20_000) {
            answer.page(offset, PAGE, Progress.NONE);
            most = Math.max(most, engine.memoryInUse());
            early = offset == 2_000_000 ? most : early;
        }
        table.row("Arrow memory while paging to the end", most / 1e6, 70, "MB");
        table.row("    to that of the first fifth", (double) most / early, 1.1, "times");
    }
}
