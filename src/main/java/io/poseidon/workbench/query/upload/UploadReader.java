package io.poseidon.workbench.query.upload;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Sql;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads an own table from CSV, Parquet or Arrow. Any thread.
public final class UploadReader {

    /// Places after the point that a decimal column keeps.
    static final int DECIMALS = 9;

    private static final long MOST_ROWS = 2_000_000;

    private final Engine engine;

    public UploadReader(Engine engine) {
        this.engine = engine;
    }

    /// The columns that a policy declares, in its types; other columns of the file are left out.
    public Upload read(Table.Own declared, Path file, Progress progress) {
        try (var desk = Desk.open(engine)) {
            var found = named(desk.loadAsText("upload", file, progress), file);
            for (var column : declared.columns().keySet()) {
                if (!found.containsKey(column)) {
                    throw problem("upload-column-missing", declared.name(), column);
                }
            }
            return values(desk, declared.name(), declared.columns(), found, progress);
        }
    }

    /// All columns, in the types that the file shows.
    public Upload read(String name, Path file, Progress progress) {
        try (var desk = Desk.open(engine)) {
            var columns = desk.load("upload", file, progress);
            var types = new LinkedHashMap<String, ColumnType>();
            columns.forEach(column -> types.put(column.name().toLowerCase(Locale.ROOT), column.type()));
            return values(desk, name, types, named(columns, file), progress);
        }
    }

    /// The file's own spelling of each name.
    private static Map<String, String> named(List<TableColumn> columns, Path file) {
        var names = new LinkedHashMap<String, String>();
        for (var column : columns) {
            if (names.put(column.name().toLowerCase(Locale.ROOT), column.name()) != null) {
                throw problem("upload-column-twice", file.getFileName(), column.name());
            }
        }
        return names;
    }

    private static Upload values(
            Desk desk, String name, Map<String, ColumnType> types, Map<String, String> found, Progress progress) {
        var values = new ArrayList<List<Optional<Object>>>();
        var select = new ArrayList<String>();
        types.forEach((column, type) -> {
            values.add(new ArrayList<>());
            var raw = Sql.name(found.getOrDefault(column, column));
            select.add(cast(raw, type));
            select.add(raw + " IS NULL");
        });
        var sql = "SELECT " + String.join(", ", select) + " FROM upload";
        try (var answer = desk.query(sql, progress)) {
            answer.scan(progress, rows -> add(values, rows, name, List.copyOf(types.keySet())));
        }
        return Upload.of(name, types, values);
    }

    private static String cast(String raw, ColumnType type) {
        return switch (type) {
            case INTEGER -> "TRY_CAST(" + raw + " AS BIGINT)";
            case DOUBLE -> "TRY_CAST(" + raw + " AS DOUBLE)";
            case DECIMAL -> "TRY_CAST(" + raw + " AS DECIMAL(38, " + DECIMALS + "))";
            case BOOLEAN -> "TRY_CAST(" + raw + " AS BOOLEAN)";
            case DATE -> "CAST(TRY_CAST(" + raw + " AS DATE) AS VARCHAR)";
            case TIMESTAMP -> "CAST(TRY_CAST(" + raw + " AS TIMESTAMP) AS VARCHAR)";
            case TEXT, OTHER -> "CAST(" + raw + " AS VARCHAR)";
        };
    }

    private static void add(List<List<Optional<Object>>> values, Rows rows, String name, List<String> columns) {
        if (values.getFirst().size() + rows.count() > MOST_ROWS) {
            throw problem("upload-too-large", name, MOST_ROWS);
        }
        for (int column = 0; column < columns.size(); column++) {
            for (long row = 0; row < rows.count(); row++) {
                var value = rows.value(2 * column, row);
                boolean empty = rows.value(2 * column + 1, row).equals(Optional.of(true));
                if (value.isEmpty() && !empty) {
                    throw problem("upload-value", name, columns.get(column));
                }
                values.get(column).add(value.map(UploadReader::plain));
            }
        }
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.setScale(DECIMALS) : value;
    }

    private static Problem problem(String code, Object... arguments) {
        return Problem.of(Kind.INPUT, UploadReader.class, code, arguments);
    }
}
