package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.job.Progress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chosen rows as tab-separated text: NULL empty, the empty text `""`, numbers plain, intervals as value, low, high.
final class CopyText {

    private final GridModel model;

    CopyText(GridModel model) {
        this.model = model;
    }

    String of(RowRanges rows, boolean withHeadings, Progress progress) throws Exception {
        var out = new StringBuilder();
        if (withHeadings) {
            line(out, model.columns().stream().map(CellText::headings).flatMap(List::stream));
        }
        for (var range : rows.ranges()) {
            for (long from = range.first(); from <= range.last(); from += Pages.ROWS) {
                progress.checkCancelled();
                int count = (int) Math.min(Pages.ROWS, range.last() - from + 1);
                model.page(from, count, progress).forEach(row -> line(out, fields(row)));
            }
        }
        return out.toString();
    }

    private Stream<String> fields(List<Cell> row) {
        var columns = model.columns();
        return Stream.iterate(0, i -> i + 1)
                .limit(columns.size())
                .flatMap(i -> CellText.fields(columns.get(i), row.get(i)).stream());
    }

    private static void line(StringBuilder out, Stream<String> fields) {
        out.append(fields.collect(Collectors.joining("\t"))).append('\n');
    }
}
