package io.poseidon.workbench.quality;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// The shown cells of an aggregate as a small table in memory: dimensions as text, counts and measures as doubles (for
/// statistics, never for money). A cell is shown when it has a contributor count. Safe to share; never written to.
public final class ClearedTable {

    /// The column of noisy contributor counts that every aggregate has.
    public static final String CONTRIBUTORS = "contributors";

    private static final long LARGEST = 500_000;

    private final Schema schema;
    private final Table cells;

    private ClearedTable(Schema schema, Table cells) {
        this.schema = schema;
        this.cells = cells;
    }

    /// Copies what is needed; `rows` may be closed afterwards. Problems: `table-too-large`, `column-missing`.
    public static ClearedTable of(Schema schema, Rows rows) {
        if (rows.count() > LARGEST) {
            throw Problem.of(Problem.Kind.INPUT, ClearedTable.class, "table-too-large", rows.count(), LARGEST);
        }
        var columns = schema.columns().stream()
                .map(column -> filled(column, place(schema, rows, column.name()), rows))
                .toList();
        var table = Table.create(schema.table(), columns.toArray(tech.tablesaw.columns.Column<?>[]::new));
        place(schema, rows, CONTRIBUTORS);
        return new ClearedTable(schema, table.where(table.column(CONTRIBUTORS).isNotMissing()));
    }

    public Schema schema() {
        return schema;
    }

    public long declared() {
        return schema.cells();
    }

    public int shown() {
        return cells.rowCount();
    }

    /// Counts and measures other than the contributor count.
    public List<Column> measures() {
        return schema.measures().stream()
                .filter(column -> !column.name().equals(CONTRIBUTORS))
                .toList();
    }

    double sigma(String column) {
        return schema.column(column).map(Column::sigma).orElse(0.0);
    }

    Table cells() {
        return cells;
    }

    double[] numbers(String column) {
        return cells.doubleColumn(column).asDoubleArray();
    }

    List<String> texts(String column) {
        return cells.stringColumn(column).asList();
    }

    private static int place(Schema schema, Rows rows, String column) {
        return rows.column(column)
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.INPUT, ClearedTable.class, "column-missing", column, schema.table()));
    }

    private static tech.tablesaw.columns.Column<?> filled(Column column, int place, Rows rows) {
        int count = Math.toIntExact(rows.count());
        if (column.role() == Role.DIMENSION) {
            var texts = Stream.iterate(0, row -> row + 1).limit(count).map(row -> rows.text(place, row));
            return StringColumn.create(column.name(), texts);
        }
        double[] numbers = new double[count];
        for (int row = 0; row < count; row++) {
            numbers[row] = rows.isNull(place, row) ? Double.NaN : rows.number(place, row);
        }
        return DoubleColumn.create(column.name(), numbers);
    }
}
