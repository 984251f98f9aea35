package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.AnswerFile;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.interval.Interval;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// A result as CSV: UTF-8, NULL empty, the empty text `""`.
public final class CsvResult {

    private final Result result;
    private final boolean intervals;
    private final Writer out;

    private CsvResult(Result result, boolean intervals, OutputStream out) {
        this.result = result;
        this.intervals = intervals;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    static void write(Result result, boolean intervals, OutputStream out, Progress progress) throws IOException {
        var csv = new CsvResult(result, intervals, out);
        csv.header();
        try {
            result.scan(progress, csv::rows);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.out.flush();
    }

    private void header() throws IOException {
        for (int column = 0; column < result.columns().size(); column++) {
            var name = result.columns().get(column).name();
            out.write(column == 0 ? "" : ",");
            out.write(AnswerFile.csvText(name));
            if (withInterval(column)) {
                out.write("," + AnswerFile.csvText(name + "_low") + "," + AnswerFile.csvText(name + "_high"));
            }
            if (withBound(column)) {
                out.write("," + AnswerFile.csvText(name + "_at_least"));
            }
        }
        out.write("\r\n");
    }

    private void rows(ResultPage page) {
        try {
            for (long row = 0; row < page.count(); row++) {
                for (int column = 0; column < page.columns().size(); column++) {
                    out.write(column == 0 ? "" : ",");
                    var rows = page.rows();
                    out.write(rows.isNull(column, row) ? "" : AnswerFile.csvText(rows.text(column, row)));
                    if (withInterval(column)) {
                        out.write(ends(page.interval(column, row)));
                    }
                    if (withBound(column)) {
                        var least = page.atLeast(column, row);
                        out.write("," + (least.isPresent() ? String.valueOf(least.getAsDouble()) : ""));
                    }
                }
                out.write("\r\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean withInterval(int column) {
        return intervals && result.plan().isNoisy(column);
    }

    private boolean withBound(int column) {
        return result.plan().isRange(column);
    }

    private static String ends(Interval interval) {
        return switch (interval) {
            case Interval.Between between -> "," + between.low() + "," + between.high();
            case Interval.Exact ignored -> ",,";
            case Interval.Unknown ignored -> ",,";
        };
    }
}
