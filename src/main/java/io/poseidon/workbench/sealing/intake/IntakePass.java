package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.FileScan;
import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sealing.spec.SealSpec;

/// One pass over the input for one part of the contributors: group, count what is rejected, bound, total.
final class IntakePass {

    private final Desk desk;
    private final FileScan input;
    private final SealSpec spec;
    private final IntakeSql sql;
    private final Sums sums;

    IntakePass(Desk desk, FileScan input, SealSpec spec, IntakeSql sql, Sums sums) {
        this.desk = desk;
        this.input = input;
        this.spec = spec;
        this.sql = sql;
        this.sums = sums;
    }

    void take(Partition partition, long key, Progress progress) {
        clear();
        input.run(sql.group(Intake.INPUT, partition), progress);
        scan(sql.reasons(), progress, (rows, row) -> judged(rows.integer(0, row), rows.integer(1, row)));
        boolean anybodyOver = bounding(progress);
        requireRoom();
        desk.run("CREATE TABLE totals AS " + sql.totals(anybodyOver, key), progress);
        scan("FROM totals", progress, this::total);
        clear();
    }

    private void judged(long number, long count) {
        if (number == 0) {
            sums.accepted(count);
        } else {
            sums.rejected(sql.rejection().cause(number), count);
        }
    }

    private void clear() {
        desk.run("DROP TABLE IF EXISTS " + IntakeSql.GROUPS);
        desk.run("DROP TABLE IF EXISTS totals");
    }

    private boolean bounding(Progress progress) {
        var over = new boolean[1];
        scan(sql.contributors(), progress, (rows, row) -> {
            sums.bounding(rows.integer(0, row), rows.integer(1, row), rows.integer(2, row), rows.integer(3, row));
            over[0] = rows.integer(2, row) > 0;
        });
        return over[0];
    }

    private void total(Rows rows, long row) {
        int measures = spec.measures().size();
        int cell = (int) rows.integer(0, row);
        for (int i = 0; i <= measures; i++) {
            sums.total(i, cell, rows.integer(i + 1, row));
        }
        for (int i = 0; i < measures; i++) {
            sums.clamped(i, rows.integer(measures + 2 + i, row));
        }
    }

    /// Totals stay far inside a long whatever the data: contributors times the largest bound is under 2^60.
    private void requireRoom() {
        long contributors = sums.contributors();
        for (var measure : spec.measures()) {
            long largest = Math.max(Math.abs(measure.least()), Math.abs(measure.most()));
            if (Math.multiplyHigh(contributors, largest) != 0 || contributors * largest >>> 60 != 0) {
                throw Problem.of(Kind.INPUT, Intake.class, "totals-too-large", measure.name());
            }
        }
    }

    private interface EachRow {
        void accept(Rows rows, long row);
    }

    private void scan(String text, Progress progress, EachRow each) {
        try (var answer = desk.query(text, progress)) {
            answer.scan(progress, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    each.accept(rows, row);
                }
            });
        }
    }
}
