package io.poseidon.workbench.bench;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import java.util.List;

/// Opened tables under the locked session against the same rows in a native table of the same engine: read in place up
/// to a million rows, copied once above.
final class ArrowSpeed {

    private static final List<String> QUESTIONS = List.of(
            "SELECT sum(amount) FROM t",
            "SELECT region, month, sum(amount), avg(rate) FROM t GROUP BY ALL",
            "SELECT count(*), max(rate) FROM t WHERE id BETWEEN 1000 AND 2000");

    private ArrowSpeed() {}

    static void measure(SpeedTable table) {
        for (long rows : new long[] {1_000_000, 5_000_000}) {
            try (var engine = Engine.start();
                    var desk = Desk.open(engine, Limits.trusted().withThreads(2))) {
                desk.run("CREATE TABLE t AS " + rows(rows));
                try (var opened = opened(desk)) {
                    measure(rows, engine, desk, opened, table);
                }
            }
        }
    }

    static String rows(long rows) {
        return "SELECT i AS id, 'region ' || hash(i) % 17 AS region, CAST(1 + hash(i, 1) % 12 AS BIGINT) AS month,"
                + " CAST(hash(i, 2) % 2000000 AS BIGINT) AS amount, hash(i, 3) % 1000 / 7.0::DOUBLE AS rate FROM range("
                + rows + ") r(i)";
    }

    private static ArrowTable opened(Desk desk) {
        try (var all = desk.query("FROM t", Progress.NONE)) {
            return all.toTable("t", Progress.NONE);
        }
    }

    private static void measure(long rows, Engine engine, Desk desk, ArrowTable opened, SpeedTable table) {
        long start = System.nanoTime();
        try (var session = LockedSession.open(engine, List.of(opened), Limits.standard())) {
            var size = rows / 1_000_000 + " million rows";
            table.row(size + ", opening the session", (System.nanoTime() - start) / 1e6, "ms");
            for (var sql : QUESTIONS) {
                var sides = SpeedTable.alternate(
                        7,
                        () -> session.query(sql, Progress.NONE).close(),
                        () -> desk.query(sql, Progress.NONE).close());
                var what = size + ", " + sql.substring(0, Math.min(38, sql.length()));
                table.row(what, sides.ours() / 1e6, "ms");
                table.row("    the same to a native table", sides.ratio(), "times");
            }
        }
    }
}
