package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.FileScan;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.privacy.RandomBits;
import io.poseidon.workbench.sealing.release.CellTotals;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads a file of contributions (CSV, Parquet or Arrow) and bounds what each contributor adds. The result is exact and
/// stays inside the process; no noise has been added to it.
///
/// Memory is bounded whatever the number of rows: the file is read in place, and where the groups of all contributors
/// would not fit, it is read once for each of several parts of them.
public final class Intake {

    static final String INPUT = "contributions";

    private static final long MOST_MEMORY = 5L << 30;

    private final Engine engine;
    private final SealSpec spec;
    private final RandomBits choice;
    private final Limits limits;

    /// `choice` keys the choice of cells of contributors who stand in too many.
    public Intake(Engine engine, SealSpec spec, RandomBits choice) {
        this(engine, spec, choice, Limits.trusted());
    }

    Intake(Engine engine, SealSpec spec, RandomBits choice, Limits limits) {
        this.engine = engine;
        this.spec = spec;
        this.choice = choice;
        this.limits = limits.withMemory(Math.min(limits.memoryBytes(), MOST_MEMORY));
    }

    /// What was read: the exact totals and the report on how they came about.
    public record Taken(CellTotals totals, ValidationReport report) {}

    public Taken read(Path file, Progress progress) {
        return read(file, report -> {}, progress);
    }

    /// `publisher` is told what became of the rows, also when that stops the batch. Problems: unreadable files, missing
    /// columns, more rejected rows than the specification tolerates.
    public Taken read(Path file, Consumer<ValidationReport> publisher, Progress progress) {
        try (var desk = Desk.open(engine, limits)) {
            var input = desk.scan(INPUT, file, progress);
            var sums = take(desk, input, progress);
            var report = sums.report();
            publisher.accept(report);
            report.requireTolerable(spec.source().tolerance());
            return new Taken(sums.totals(), report);
        }
    }

    private Sums take(Desk desk, FileScan input, Progress progress) {
        var columns = input.columns();
        var sql = new IntakeSql(
                spec,
                columns.stream()
                        .filter(column -> column.type() == ColumnType.INTEGER)
                        .map(TableColumn::name)
                        .collect(Collectors.toSet()));
        requireColumns(columns.stream().map(TableColumn::name).toList(), sql);
        long key = choice.nextWord();
        int passes = Partition.passes(input.rows(), !spec.source().row().isEmpty(), limits.memoryBytes());
        while (true) {
            try {
                return take(new Parts(desk, input, sql, key), passes, progress);
            } catch (Problem problem) {
                if (!problem.code().equals("query-memory") || passes * 2 > Partition.MOST) {
                    throw problem;
                }
                passes *= 2;
            }
        }
    }

    private record Parts(Desk desk, FileScan input, IntakeSql sql, long key) {}

    private Sums take(Parts parts, int passes, Progress progress) {
        var sums = new Sums(spec);
        var pass = new IntakePass(parts.desk(), parts.input(), spec, parts.sql(), sums);
        for (int number = 0; number < passes; number++) {
            pass.take(new Partition(number, passes), parts.key(), new PassProgress(progress, number, passes));
        }
        return sums;
    }

    private static void requireColumns(List<String> there, IntakeSql sql) {
        for (var column : sql.columns()) {
            if (!there.contains(column)) {
                throw Problem.of(Kind.INPUT, Intake.class, "column-missing", column, String.join(", ", there));
            }
        }
    }
}
