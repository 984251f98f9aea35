package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.privacy.RandomBits;
import io.poseidon.workbench.sealing.intake.ValidationReport.Bounding;
import io.poseidon.workbench.sealing.release.CellTotals;
import io.poseidon.workbench.sealing.spec.Measure;
import io.poseidon.workbench.sealing.spec.Rejection;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads a file of contributions (CSV, Parquet or Arrow) and bounds what each contributor adds. The result is exact and
/// stays inside the process; no noise has been added to it.
public final class Intake {

    private static final String INPUT = "contributions";

    private final Engine engine;
    private final SealSpec spec;
    private final RandomBits choice;

    /// `choice` keys the choice of cells of contributors who stand in too many.
    public Intake(Engine engine, SealSpec spec, RandomBits choice) {
        this.engine = engine;
        this.spec = spec;
        this.choice = choice;
    }

    /// What was read: the exact totals and the report on how they came about.
    public record Taken(CellTotals totals, ValidationReport report) {}

    /// Problems: unreadable files, missing columns, more rejected rows than the specification tolerates.
    public Taken read(Path file, Progress progress) {
        try (var desk = Desk.open(engine)) {
            desk.loadAsText(INPUT, file, progress);
            return take(desk, progress);
        }
    }

    private Taken take(Desk desk, Progress progress) {
        var integers = desk.columns(INPUT).stream()
                .filter(column -> column.type() == ColumnType.INTEGER)
                .map(column -> column.name())
                .collect(Collectors.toSet());
        var sql = new IntakeSql(spec, integers);
        requireColumns(desk, sql);
        desk.run(sql.group(INPUT), progress);
        desk.drop(INPUT);
        var rejected = rejections(desk, sql, progress);
        var bounding = bounding(desk, sql, progress);
        long rows = rejected.values().stream().mapToLong(Long::longValue).sum() + accepted(desk, progress);
        var report = new ValidationReport(rows, rejected, bounding);
        report.requireTolerable(spec.source().tolerance());
        requireRoom(bounding.contributors());
        return totals(desk, sql, report, progress);
    }

    private void requireColumns(Desk desk, IntakeSql sql) {
        var there = desk.columns(INPUT).stream().map(column -> column.name()).toList();
        for (var column : sql.columns()) {
            if (!there.contains(column)) {
                throw Problem.of(Kind.INPUT, Intake.class, "column-missing", column, String.join(", ", there));
            }
        }
    }

    private static Map<Rejection, Long> rejections(Desk desk, IntakeSql sql, Progress progress) {
        var rejected = new EnumMap<Rejection, Long>(Rejection.class);
        for (var reason : Rejection.values()) {
            rejected.put(reason, 0L);
        }
        scan(desk, sql.reasons(), progress, (rows, row) -> {
            long reason = rows.integer(0, row);
            if (reason > 0) {
                rejected.put(Rejection.values()[(int) reason - 1], rows.integer(1, row));
            }
        });
        return rejected;
    }

    private static long accepted(Desk desk, Progress progress) {
        var sum = new long[1];
        scan(
                desk,
                "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM " + IntakeSql.GROUPS + " WHERE reason = 0",
                progress,
                (rows, row) -> sum[0] = rows.integer(0, row));
        return sum[0];
    }

    private Bounding bounding(Desk desk, IntakeSql sql, Progress progress) {
        var numbers = new long[4];
        scan(desk, sql.contributors(), progress, (rows, row) -> {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = rows.integer(i, row);
            }
        });
        var none = Arrays.stream(new Long[spec.measures().size()])
                .map(ignored -> 0L)
                .toList();
        return new Bounding(numbers[0], numbers[1], numbers[2], numbers[3], none);
    }

    /// Totals stay far inside a long whatever the data: contributors times the largest bound is under 2^60.
    private void requireRoom(long contributors) {
        for (Measure measure : spec.measures()) {
            long largest = Math.max(Math.abs(measure.least()), Math.abs(measure.most()));
            if (Math.multiplyHigh(contributors, largest) != 0 || contributors * largest >>> 60 != 0) {
                throw Problem.of(Kind.INPUT, Intake.class, "totals-too-large", measure.name());
            }
        }
    }

    private Taken totals(Desk desk, IntakeSql sql, ValidationReport report, Progress progress) {
        int measures = spec.measures().size();
        var columns = new long[measures + 1][Math.toIntExact(spec.cells())];
        var clamped = new Long[measures];
        Arrays.fill(clamped, 0L);
        boolean anybodyOver = report.bounding().contributorsOverLimit() > 0;
        desk.run("CREATE TABLE totals AS " + sql.totals(anybodyOver, choice.nextWord()), progress);
        scan(desk, "FROM totals", progress, (rows, row) -> {
            int cell = (int) rows.integer(0, row);
            for (int i = 0; i <= measures; i++) {
                columns[i][cell] = rows.integer(i + 1, row);
            }
            for (int i = 0; i < measures; i++) {
                clamped[i] += rows.integer(measures + 2 + i, row);
            }
        });
        var bounding = report.bounding().withClamped(Arrays.asList(clamped));
        return new Taken(new CellTotals(columns), new ValidationReport(report.rows(), report.rejected(), bounding));
    }

    private interface EachRow {
        void accept(Rows rows, long row);
    }

    private static void scan(Desk desk, String sql, Progress progress, EachRow each) {
        try (var answer = desk.query(sql, progress)) {
            answer.scan(progress, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    each.accept(rows, row);
                }
            });
        }
    }
}
