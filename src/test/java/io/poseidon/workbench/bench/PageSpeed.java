package io.poseidon.workbench.bench;

import io.poseidon.workbench.engine.Answer;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;

/// A result of ten million rows: its first page, all of it to Java, and memory while it is paged through.
final class PageSpeed {

    private static final long ROWS = 10_000_000;
    private static final int PAGE = 200;

    private static final String TABLE = "CREATE TABLE t AS SELECT i AS id, CAST(hash(i) % 12 AS INTEGER) AS month,"
            + " hash(i, 1) % 100000 / 7.0::DOUBLE AS rate, 'customer ' || i % 100000 AS name FROM range(" + ROWS
            + ") r(i)";

    private PageSpeed() {}

    static void measure(SpeedTable table) {
        try (var engine = Engine.start();
                var desk = Desk.open(engine)) {
            desk.run(TABLE);
            table.row("ten million rows, first page", firstPage(desk), 200, "ms");
            try (var answer = desk.query("FROM t", Progress.NONE)) {
                bulk(answer, table);
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

    /// The engine alone hands the same batches over from a bare connection, with both processors and with one, and
    /// without the texts, which it copies one by one.
    private static void bulk(Answer answer, SpeedTable table) {
        try (var two = new BareExport(TABLE, 2);
                var one = new BareExport(TABLE, 1)) {
            var seconds = SpeedTable.processor(
                    5,
                    () -> added(answer),
                    () -> answer.scan(Progress.NONE, rows -> {}),
                    () -> two.run("FROM t"),
                    () -> one.run("FROM t"),
                    () -> two.run("SELECT id, month, rate FROM t"));
            table.row("ten million rows to Java", seconds[0], 0.6, "s of processor");
            table.row("    the same batches, not looked into", seconds[1], "s of processor");
            table.row("    the engine alone on a bare connection", seconds[2], "s of processor");
            table.row("    the engine alone with one thread", seconds[3], "s of processor");
            table.row("    the engine alone without the texts", seconds[4], "s of processor");
        }
    }

    /// Every number of three columns; the texts of the fourth come along, as bytes.
    private static void added(Answer answer) {
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
