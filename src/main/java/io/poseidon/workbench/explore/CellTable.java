package io.poseidon.workbench.explore;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.gate.Pass;
import io.poseidon.workbench.query.result.ResultPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// All declared cells of one table in the order of their domains, the suppressed and empty ones included (the two look
/// the same). Read once through the same gate as every question; immutable.
public final class CellTable {

    /// More declared cells than this are not laid out: only those present are shown.
    private static final long MOST = 200_000;

    private static final int PAGE = 4_096;

    /// One cell: its place in each dimension's domain, and its measures, empty where it is suppressed or empty.
    public record Row(List<String> values, Optional<List<Double>> measures) {
        public Row {
            values = List.copyOf(values);
            measures = measures.map(List::copyOf);
        }
    }

    private final Schema schema;
    private final Pass pass;
    private final List<Row> rows;

    private CellTable(Schema schema, Pass pass, List<Row> rows) {
        this.schema = schema;
        this.pass = pass;
        this.rows = List.copyOf(rows);
    }

    public static CellTable read(PurchaseQueries queries, Schema schema, Progress progress) {
        var read = present(queries, schema, progress);
        var present = read.rows();
        if (schema.cells() > MOST) {
            return new CellTable(schema, read.pass(), List.copyOf(present.values()));
        }
        var rows = new ArrayList<Row>();
        layOut(schema.dimensions(), List.of(), values -> {
            progress.checkCancelled();
            var found = present.get(values);
            rows.add(found == null ? new Row(values, Optional.empty()) : found);
        });
        return new CellTable(schema, read.pass(), rows);
    }

    public Schema schema() {
        return schema;
    }

    public List<Row> rows() {
        return rows;
    }

    /// By which copies and pictures of it leave.
    public Pass pass() {
        return pass;
    }

    /// The rows that pass, in order.
    public List<Row> kept(Filters filters) {
        return rows.stream().filter(row -> filters.keeps(schema, row)).toList();
    }

    private record Present(Pass pass, Map<List<String>, Row> rows) {}

    private static Present present(PurchaseQueries queries, Schema schema, Progress progress) {
        var names = schema.columns().stream()
                .map(column -> "\"" + column.name().replace("\"", "\"\"") + "\"")
                .toList();
        var sql = "SELECT " + String.join(", ", names) + " FROM \""
                + schema.table().replace("\"", "\"\"") + "\"";
        var rows = new LinkedHashMap<List<String>, Row>();
        return switch (queries.ask(sql, Place.EXPLORE, progress)) {
            case Reply.Answered answered -> {
                try (var result = answered.result()) {
                    var page = result.page(0, PAGE, progress);
                    for (long at = 0; page.count() > 0; page = result.page(at, PAGE, progress)) {
                        collect(page, schema, rows);
                        at += page.count();
                    }
                    yield new Present(result.pass(), rows);
                }
            }
            case Reply.Refused ignored -> throw new IllegalStateException("a table of the purchase is refused");
        };
    }

    private static void collect(ResultPage page, Schema schema, Map<List<String>, Row> into) {
        for (long row = 0; row < page.count(); row++) {
            var values = new ArrayList<String>();
            var measures = new ArrayList<Double>();
            boolean suppressed = false;
            for (int column = 0; column < schema.columns().size(); column++) {
                if (schema.columns().get(column).role() == Role.DIMENSION) {
                    values.add(page.rows().text(column, row));
                } else if (page.rows().isNull(column, row)) {
                    suppressed = true;
                } else {
                    measures.add(page.rows().number(column, row));
                }
            }
            var shown = suppressed ? Optional.<List<Double>>empty() : Optional.<List<Double>>of(measures);
            into.put(List.copyOf(values), new Row(values, shown));
        }
    }

    private static void layOut(List<Column> dimensions, List<String> begun, Consumer<List<String>> each) {
        if (begun.size() == dimensions.size()) {
            each.accept(begun);
            return;
        }
        for (var value : dimensions.get(begun.size()).domain()) {
            var longer = new ArrayList<>(begun);
            longer.add(value);
            layOut(dimensions, List.copyOf(longer), each);
        }
    }
}
