package io.poseidon.workbench.bench;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.query.Decider;
import io.poseidon.workbench.query.rows.RowAnswers;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.rows.Timing;
import io.poseidon.workbench.query.rows.question.Joins;
import io.poseidon.workbench.query.rows.question.Vector;
import io.poseidon.workbench.query.rows.snapshot.Snapshot;
import io.poseidon.workbench.query.upload.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers over rows against the plain count, sum and average over the same rows: the bounding alone, the whole answer
/// to an organisation that asks for the first time (meaning, ledger, bounding, noise, audit, the rest of the statement,
/// log), and the same question once more. A million and ten million rows, twenty of each person. The three
/// groupings of the mechanisms note; its prototype bounded in 1.2, 1.9 and 2.6 times the plain query.
final class RowSpeed {

    private static final String NUMBERS = "COUNT(*), SUM(amount), AVG(amount) FROM txn ";

    private final Engine engine;
    private final PolicyDocument policy;
    private final SpeedTable table;
    private final Path folder;
    private final int millions;

    private RowSpeed(Engine engine, PolicyDocument policy, SpeedTable table, Path folder, int millions) {
        this.engine = engine;
        this.policy = policy;
        this.table = table;
        this.folder = folder;
        this.millions = millions;
    }

    private record Sides(Desk desk, Snapshot snapshot, RowAnswers answers) {}

    static void measure(SpeedTable table) throws IOException {
        for (int millions : new int[] {1, 10}) {
            var folder = Files.createTempDirectory("rows");
            try (var engine = Engine.start()) {
                var policy = PolicyDocument.parse("bench.yaml", policy());
                new RowSpeed(engine, policy, table, folder, millions).measure();
            } finally {
                clear(folder);
            }
        }
    }

    private void measure() {
        try (var desk = Desk.open(engine)) {
            long rows = millions * 1_000_000L;
            desk.run("CREATE TABLE txn AS SELECT 'u' || u AS user_id, 'r' || hash(u, 1) % 17 AS region,"
                    + " 'a' || hash(u, 2) % 7 AS age_band, 'c' || hash(i, 3) % 20 AS category,"
                    + " CAST(1 + hash(i, 4) % 12 AS BIGINT) AS month, CAST(hash(i, 5) % 100000 AS BIGINT) AS amount"
                    + " FROM (SELECT i, CAST(" + rows / 20
                    + " * power((hash(i) % 1000000) / 1e6, 2) AS BIGINT) AS u FROM range(" + rows + ") r(i))");
            var data = folder.resolve("rows.parquet");
            desk.run("COPY txn TO '" + data + "' (FORMAT parquet)");
            var timing = new Timing(Clock.systemUTC(), Duration.ofNanos(1));
            long start = System.nanoTime();
            try (var answers = RowAnswers.open(engine, policy, data, folder.resolve("state"), timing)) {
                table.row("rows: preparing " + millions + " M", (System.nanoTime() - start) / 1e6, "ms");
                try (var snapshot = Snapshot.open(engine, policy, data, folder.resolve("other"), Progress.NONE)) {
                    compare(new Sides(desk, snapshot, answers));
                }
            }
        }
    }

    private void compare(Sides sides) {
        compare(sides, "coarse", "SELECT region, age_band, ", "WHERE month <= 6 GROUP BY ALL");
        compare(
                sides,
                "middle",
                "SELECT region, category, month, ",
                "WHERE age_band IN ('a1', 'a2', 'a3') GROUP BY ALL");
        compare(sides, "finest", "SELECT region, age_band, category, month, ", "GROUP BY ALL");
    }

    private void compare(Sides sides, String name, String head, String tail) {
        var sql = head + NUMBERS + tail;
        var joins = Joins.of(reading(sql), Uploads.NONE);
        var grouping = joins.grouping(0, engine, sides.snapshot().domain(), Progress.NONE);
        var vectors = Vector.of(grouping, policy.budget().orElseThrow().perNumber());
        var turn = new int[1];
        var times = SpeedTable.turns(
                millions > 1 ? 3 : 7,
                () -> sides.desk().query(sql, Progress.NONE).close(),
                () -> sides.snapshot().bounded(engine, grouping, vectors, Progress.NONE),
                () -> answer(sides.answers(), name + turn[0]++, sql),
                () -> answer(sides.answers(), name + 0, sql));
        table.row("rows: " + millions + " M, " + name + ", plain query", times[0], "ms");
        row("bounding", times[1], times[0]);
        row("the whole answer", times[2], times[0]);
        row("the same question again", times[3], times[0]);
    }

    private void row(String what, double time, double plain) {
        table.row("    " + what, time, "ms");
        table.row("        to the plain query", time / plain, "times");
    }

    private Reading reading(String sql) {
        return switch (new Decider(engine, policy).decide(sql)) {
            case Decision.Allow allow -> allow.reading();
            case Decision.Filter filter -> filter.reading();
            case Decision.Warn warn -> warn.reading();
            case Decision.Refuse refuse -> throw new IllegalStateException(refuse.toString());
        };
    }

    private static void answer(RowAnswers answers, String buyer, String sql) {
        if (answers.answer(buyer, sql, Progress.NONE) instanceof RowReply.Refused refused) {
            throw new IllegalStateException(refused.decision().toString());
        }
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
