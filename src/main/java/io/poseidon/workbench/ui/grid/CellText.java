package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.ui.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Cells as the screen writes them (in two parts, so that both line up) and as the clipboard gets them.
final class CellText {

    /// A value and what stands muted after it.
    record Parts(String value, String after) {}

    private CellText() {}

    static Parts parts(Cell cell, Formats formats) {
        return switch (cell) {
            case Cell.Text text -> new Parts(text.text(), "");
            case Cell.Figure figure -> new Parts(formats.number(figure.value(), figure.decimals()), "");
            case Cell.Interval interval ->
                new Parts(
                        formats.number(interval.value(), interval.decimals()),
                        formats.plusMinus(interval.half(), interval.decimals()));
            case Cell.Relative relative ->
                new Parts(
                        formats.number(relative.value(), relative.decimals()),
                        "± " + formats.percent(relative.share(), 0));
            case Cell.Range range ->
                new Parts(
                        formats.number(range.low(), range.decimals()) + " –",
                        formats.number(range.high(), range.decimals()));
            case Cell.Unreliable weak -> new Parts(formats.number(weak.value(), weak.decimals()), weak.word());
            case Cell.Null nothing -> new Parts("NULL", "");
            case Cell.Suppressed hidden -> new Parts("", "");
        };
    }

    /// The fields a column fills in copied text: an interval column has value, low and high.
    static List<String> headings(GridColumn column) {
        return column.kind() == GridColumn.Kind.INTERVAL
                ? List.of(column.name(), column.name() + "_low", column.name() + "_high")
                : List.of(column.name());
    }

    static List<String> fields(GridColumn column, Cell cell) {
        return column.kind() == GridColumn.Kind.INTERVAL ? three(cell) : List.of(one(cell));
    }

    private static List<String> three(Cell cell) {
        return switch (cell) {
            case Cell.Interval interval ->
                List.of(
                        one(cell),
                        plain(interval.value() - interval.half(), interval.decimals()),
                        plain(interval.value() + interval.half(), interval.decimals()));
            case Cell.Relative relative -> {
                double half = Math.abs(relative.value()) * relative.share();
                yield List.of(
                        one(cell),
                        plain(relative.value() - half, relative.decimals()),
                        plain(relative.value() + half, relative.decimals()));
            }
            case Cell.Range range ->
                List.of("", plain(range.low(), range.decimals()), plain(range.high(), range.decimals()));
            case Cell.Text ignored -> List.of(one(cell), "", "");
            case Cell.Figure ignored -> List.of(one(cell), "", "");
            case Cell.Unreliable ignored -> List.of(one(cell), "", "");
            case Cell.Null ignored -> List.of("", "", "");
            case Cell.Suppressed ignored -> List.of("", "", "");
        };
    }

    private static String one(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> quoted(text.text());
            case Cell.Figure figure -> plain(figure.value(), figure.decimals());
            case Cell.Interval interval -> plain(interval.value(), interval.decimals());
            case Cell.Relative relative -> plain(relative.value(), relative.decimals());
            case Cell.Range range -> plain(range.low(), range.decimals());
            case Cell.Unreliable weak -> plain(weak.value(), weak.decimals());
            case Cell.Null ignored -> "";
            case Cell.Suppressed ignored -> "";
        };
    }

    /// As spreadsheets read it: quoted where it holds a separator, a quote or a line break, or where it is empty.
    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String plain(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : "";
    }
}
