package io.poseidon.workbench.bench;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.privacy.SecureBits;
import io.poseidon.workbench.sealing.Specs;
import io.poseidon.workbench.sealing.intake.Intake;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// From a Parquet file of contributions to bounded totals; the peer is the same bounding and grouping in plain SQL,
/// with nothing validated, nothing counted and nothing but whole numbers.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class IntakeBenchmark {

    private static final String PLAIN = """
        WITH u AS (SELECT user_id, region, CASE WHEN age < 30 THEN 0 ELSE 1 END band, count(*) n, sum(amount) s
            FROM read_parquet('%s') WHERE month BETWEEN 7 AND 9 GROUP BY ALL),
        b AS (SELECT * FROM u QUALIFY row_number() OVER (PARTITION BY user_id ORDER BY hash(user_id, region, band)) <= 2)
        SELECT region, band, count(*), sum(greatest(-100, least(s, 1000))), sum(least(n, 5)) FROM b GROUP BY ALL
        """;

    @Param("30000000")
    private long rows;

    private final Engine engine = Engine.start();
    private Path folder = Path.of("");
    private Path input = Path.of("");

    @Setup(Level.Trial)
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("intake");
        input = folder.resolve("rows.parquet");
        Specs.write(folder, Specs.SMALL);
        try (var desk = Desk.open(engine)) {
            desk.run(("COPY (SELECT hash(i) % " + rows / 20
                    + " AS user_id, CASE WHEN hash(i, 1) % 3 = 0 THEN 'Busan' ELSE"
                    + " 'Seoul' END AS region, 20 + hash(i, 2) % 40 AS age, 7 + hash(i, 3) % 3 AS month,"
                    + " CAST(hash(i, 4) % 500 AS BIGINT) AS amount FROM range(" + rows + ") t(i)) TO '" + input
                    + "' (FORMAT parquet)"));
        }
    }

    @TearDown(Level.Trial)
    public void clear() throws IOException {
        Files.delete(input);
        Files.delete(folder.resolve("spec.yaml"));
        Files.delete(folder);
        engine.close();
    }

    @Benchmark
    public long aPlainSql() {
        try (var desk = Desk.open(engine)) {
            desk.run("CREATE TABLE totals AS " + PLAIN.formatted(input));
            return desk.columns("totals").size();
        }
    }

    @Benchmark
    public Object bIntake() {
        var spec = SealSpec.read(folder.resolve("spec.yaml"));
        return new Intake(engine, spec, SecureBits.fresh()).read(input, Progress.NONE);
    }
}
