package io.poseidon.workbench.bench;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.rows.RowAnswers;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.rows.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers over a million rows of fifty thousand people, noise, ledger and audit included, against the plain count, sum
/// and average over the rows. The three groupings of the mechanisms note; its prototype, without ledger and audit, took
/// 1.2, 1.9 and 2.6 times the plain query.
final class RowSpeed {

    private static final String NUMBERS = "COUNT(*), SUM(amount), AVG(amount) FROM txn ";

    private RowSpeed() {}

    static void measure(SpeedTable table) throws IOException {
        var folder = Files.createTempDirectory("rows");
        try (var engine = Engine.start();
                var desk = Desk.open(engine)) {
            desk.run("CREATE TABLE txn AS SELECT 'u' || u AS user_id, 'r' || hash(u, 1) % 17 AS region,"
                    + " 'a' || hash(u, 2) % 7 AS age_band, 'c' || hash(i, 3) % 20 AS category,"
                    + " CAST(1 + hash(i, 4) % 12 AS BIGINT) AS month, CAST(hash(i, 5) % 100000 AS BIGINT) AS amount"
                    + " FROM (SELECT i, CAST(50000 * power((hash(i) % 1000000) / 1e6, 2) AS BIGINT) AS u FROM"
                    + " range(1000000) r(i))");
            var data = folder.resolve("rows.parquet");
            desk.run("COPY txn TO '" + data + "' (FORMAT parquet)");
            var policy = PolicyDocument.parse("bench.yaml", policy());
            var timing = new Timing(Clock.systemUTC(), Duration.ofNanos(1));
            long start = System.nanoTime();
            try (var answers = RowAnswers.open(engine, policy, data, folder.resolve("state"), timing)) {
                table.row("rows: preparing a million", (System.nanoTime() - start) / 1e6, "ms");
                compare("coarse", "SELECT region, age_band, ", "WHERE month <= 6 GROUP BY ALL", desk, answers, table);
                compare(
                        "middle",
                        "SELECT region, category, month, ",
                        "WHERE age_band IN ('a1', 'a2', 'a3') GROUP BY ALL",
                        desk,
                        answers,
                        table);
                compare("finest", "SELECT region, age_band, category, month, ", "GROUP BY ALL", desk, answers, table);
            }
        } finally {
            clear(folder);
        }
    }

    private static void compare(
            String name, String head, String tail, Desk desk, RowAnswers answers, SpeedTable table) {
        var sql = head + NUMBERS + tail;
        var sides = SpeedTable.alternate(
                5,
                () -> {
                    if (answers.answer("bench", sql, Progress.NONE) instanceof RowReply.Refused refused) {
                        throw new IllegalStateException(refused.decision().toString());
                    }
                },
                () -> desk.query(sql, Progress.NONE).close());
        table.row("rows: " + name + " grouping, answer", sides.ours() / 1e6, "ms");
        table.row("    to the plain query on the rows", sides.ratio(), "times");
    }

    private static String policy() {
        return """
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions:
                  region: {type: text, values: [%s], static: true}
                  age_band: {type: text, values: [%s], static: true}
                  category: {type: text, values: [%s]}
                  month: {type: integer, values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}
                measures: {amount: {min: 0, max: 1000000}}
                aggregates: [count, count_distinct_identity, sum, avg]
                literals: [region, age_band, category, month]
                minimumCohort: 20
                maximumGroupsPerContributor: 12
                maximumRowsPerContributorAndGroup: 5
            budget: {rho: 2000, perNumber: 0.5, perQuery: 100, allBuyers: 4000, delta: 1e-9}
            """.formatted(names("r", 17), names("a", 7), names("c", 20));
    }

    private static String names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).collect(Collectors.joining(", "));
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
