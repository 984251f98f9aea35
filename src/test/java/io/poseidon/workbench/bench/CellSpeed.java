package io.poseidon.workbench.bench;

import io.poseidon.workbench.bundle.BundleWriter;
import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.engine.Answer;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// A question over a purchase, with decision, regenerated text and what is computed beside it for intervals, against
/// the same text run as it stands on the same tables.
final class CellSpeed {

    private static final List<String> QUESTIONS = List.of(
            "SELECT region, month, median(amount_sum), quantile_cont(amount_sum, 0.9) FROM spend GROUP BY ALL",
            "SELECT a.month, count(*), sum(a.amount_sum) FROM spend a JOIN spend b ON a.contributors = b.contributors"
                    + " AND a.amount_sum = b.amount_sum GROUP BY ALL",
            "SELECT amount_sum, rank() OVER (ORDER BY amount_sum DESC) AS place FROM spend ORDER BY place LIMIT 10");

    private static final int ROUNDS = 15;

    private CellSpeed() {}

    static void measure(SpeedTable table) throws IOException {
        var folder = Files.createTempDirectory("cells");
        var file = folder.resolve("large.poseidon");
        try (var sealed = new Sealed()) {
            try (var desk = Desk.open(sealed.engine);
                    var rows = desk.query(
                            "SELECT CASE WHEN hash(i) % 2 = 0 THEN 'Busan' ELSE '서울' END AS region, CAST(7 + hash(i,"
                                    + " 1) % 3 AS BIGINT) AS month, CAST(20 + hash(i, 2) % 5000 AS BIGINT) AS"
                                    + " contributors, CAST(hash(i, 3) % 2000000 AS BIGINT) AS amount_sum FROM"
                                    + " range(2000000) r(i)",
                            Progress.NONE);
                    var spend = rows.toTable("spend", Progress.NONE)) {
                new BundleWriter(sealed.signer)
                        .write(file, Manifests.cardSpend(), List.of(spend), Sealed.sales(sealed.buyer), Progress.NONE);
            }
            try (var bundle = sealed.open(file, sealed.buyer).orThrow()) {
                measure(sealed, bundle, table);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void measure(Sealed sealed, OpenedBundle bundle, SpeedTable table) {
        try (var queries = PurchaseQueries.open(sealed.engine, bundle, Limits.standard());
                var session = LockedSession.open(sealed.engine, bundle.tables(), Limits.standard());
                var other = LockedSession.open(sealed.engine, bundle.tables(), Limits.standard())) {
            for (var sql : QUESTIONS) {
                var sides = SpeedTable.alternate(
                        ROUNDS, () -> asked(queries, sql), () -> read(session.query(sql, Progress.NONE)));
                table.row("cells: " + sql.substring(0, 52), sides.peer() / 1e6, "ms raw");
                table.row("    asked as a purchase is asked", sides.ratio(), 1.05, "times");
                var processor = SpeedTable.processor(
                        ROUNDS,
                        () -> asked(queries, sql),
                        () -> read(session.query(sql, Progress.NONE)),
                        () -> read(other.query(sql, Progress.NONE)));
                table.row("    the same by the processor", processor[0] / processor[1], 1.05, "times");
                table.row("    raw to raw, how far two like sessions differ", processor[2] / processor[1], "times");
            }
        }
    }

    private static void asked(PurchaseQueries queries, String sql) {
        switch (queries.ask(sql, Progress.NONE)) {
            case Reply.Refused refused ->
                throw new IllegalStateException(refused.decision().toString());
            case Reply.Answered answered -> {
                try (var result = answered.result()) {
                    result.page(0, 200, Progress.NONE);
                }
            }
        }
    }

    private static void read(Answer answer) {
        try (answer) {
            answer.page(0, 200, Progress.NONE);
        }
    }
}
