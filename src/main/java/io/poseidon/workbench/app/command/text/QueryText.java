package io.poseidon.workbench.app.command.text;

import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.cases.DecisionDocument;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.result.ResultPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the query command says to people and scripts.
public final class QueryText {

    /// Rows of a table on a terminal; files hold all of them.
    private static final int SHOWN = 1_000;

    private static final Explanations ENGLISH = new Explanations(Locale.ENGLISH);

    private QueryText() {}

    /// With `--json` the decision's document, with `error` as every failure has it.
    public static void refused(Output output, Decision.Refuse refusal) {
        output.say("poseidon: refused by policy: " + ENGLISH.why(refusal) + " [" + refusal.rule() + "]");
        refusal.findings()
                .forEach(finding -> output.say("  " + finding.rule() + " at line "
                        + finding.place().line() + ", column " + finding.place().column()));
        var next = refusal.repair()
                .map(repair -> "Allowed instead: " + repair.sql())
                .orElse("Ask in a way the policy allows.");
        output.say("Needed: " + ENGLISH.needs(refusal.rule()));
        output.say(next);
        if (output.isJson()) {
            var document = Output.object();
            DecisionDocument.fill(document, refusal);
            document.putObject("error")
                    .put("code", refusal.rule().name())
                    .put("message", ENGLISH.why(refusal))
                    .put("next", next);
            output.print(document);
        }
    }

    public static void written(Output output, Reply.Answered answered, Path file, long rows) {
        caution(output, answered);
        var document = Output.object();
        document.put("decision", answered.decision().word());
        document.put("file", file.toString());
        document.put("rows", rows);
        output.document(document, rows + " rows written to " + file);
    }

    /// A text format on standard output, whole or not at all.
    public static void printed(Output output, Export export, Format format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        export.write(bytes, format, Progress.NONE);
        output.out().print(bytes.toString(StandardCharsets.UTF_8));
    }

    /// The first rows in columns, with ± where an interval is asked for and symmetric, its ends otherwise.
    public static void table(Output output, Reply.Answered answered, boolean interval) {
        caution(output, answered);
        var page = answered.result().page(0, SHOWN, Progress.NONE);
        var lines = new ArrayList<List<String>>();
        lines.add(page.columns().stream()
                .map(column -> column.name()
                        + column.unit().map(unit -> " (" + unit + ")").orElse(""))
                .toList());
        for (long row = 0; row < page.count(); row++) {
            var line = new ArrayList<String>();
            for (int column = 0; column < page.columns().size(); column++) {
                var text =
                        page.rows().isNull(column, row) ? "NULL" : page.rows().text(column, row);
                line.add((interval ? text + ends(page, column, row) : text) + atLeast(page, column, row));
            }
            lines.add(line);
        }
        print(output, lines);
        if (page.count() == SHOWN) {
            output.say("the first " + SHOWN + " rows; write them all with --out");
        }
    }

    /// What could be misread; `boundless` where an upper bound has no lower one.
    static void caution(Output output, Decision decision, boolean boundless) {
        if (!decision.cautions().isEmpty()) {
            output.say("poseidon: caution: " + ENGLISH.cautions(decision));
        }
        if (boundless) {
            output.say("poseidon: caution: " + ENGLISH.boundless());
        }
    }

    private static void caution(Output output, Reply.Answered answered) {
        caution(output, answered.decision(), answered.result().plan().lacksBound());
    }

    /// Beside a number that counts people several times.
    private static String atLeast(ResultPage page, int column, long row) {
        var least = page.atLeast(column, row);
        if (least.isPresent()) {
            return " (at least " + number(least.getAsDouble()) + "; upper bound)";
        }
        return page.plan().isUpper(column) && !page.rows().isNull(column, row) ? " (upper bound)" : "";
    }

    private static String ends(ResultPage page, int column, long row) {
        return switch (page.interval(column, row)) {
            case Interval.Exact ignored -> "";
            case Interval.Between(double low, double high) ->
                String.format(Locale.ROOT, " [%s, %s]", number(low), number(high));
            case Interval.Unknown(Interval.Reason reason) ->
                reason == Interval.Reason.NULL ? "" : " [" + reason.name().toLowerCase(Locale.ROOT) + "]";
        };
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 1_000;
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.4g", value);
    }

    private static void print(Output output, List<List<String>> lines) {
        int columns = lines.getFirst().size();
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        for (var line : lines) {
            var text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                text.append(i == 0 ? "" : "  ").append(line.get(i));
                text.append(" ".repeat(i + 1 == columns ? 0 : widths[i] - width(line.get(i))));
            }
            output.out().println(text);
        }
    }

    /// Hangul and other wide letters take two places on a terminal.
    static int width(String text) {
        return text.codePoints()
                .map(c -> c >= 0x1100 && (c <= 0x115f || c >= 0x2e80 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xff60)
                        ? 2
                        : 1)
                .sum();
    }
}
