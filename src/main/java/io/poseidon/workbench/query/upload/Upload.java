package io.poseidon.workbench.query.upload;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.TableBuilder;
import io.poseidon.workbench.model.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An asker's own table, held in memory: values by column, as texts, whole numbers, decimals, doubles and truth
/// values; dates and times are texts in ISO 8601. `digest` is a fingerprint of the rows, whatever their order and the
/// kind of file they came in.
public record Upload(String name, Map<String, ColumnType> columns, List<List<Optional<Object>>> values, String digest) {

    public Upload {
        values = List.copyOf(values);
    }

    static Upload of(String name, Map<String, ColumnType> columns, List<List<Optional<Object>>> values) {
        return new Upload(name, columns, values, UploadDigest.of(columns, values));
    }

    /// What is known of a table without its rows.
    public static Upload known(String name, Map<String, ColumnType> columns, String digest) {
        return new Upload(
                name,
                columns,
                columns.keySet().stream()
                        .map(column -> List.<Optional<Object>>of())
                        .toList(),
                digest);
    }

    public int rows() {
        return values.isEmpty() ? 0 : values.getFirst().size();
    }

    /// The values of one column.
    public List<Optional<Object>> column(String column) {
        return values.get(new ArrayList<>(columns.keySet()).indexOf(column.toLowerCase(Locale.ROOT)));
    }

    /// Whether no value of the column stands twice; rows without one match nothing and do not count.
    public boolean isKey(String column) {
        var seen = new HashSet<Object>();
        return column(column).stream().flatMap(Optional::stream).allMatch(seen::add);
    }

    /// The whole table under a name, for the caller to close.
    public ArrowTable table(Engine engine, String as) {
        var builder = ArrowTable.builder(engine, as);
        columns.forEach((column, type) -> put(builder, column, type, column(column)));
        return builder.build();
    }

    /// Adds values to a table as a column of that type.
    public static void put(TableBuilder builder, String column, ColumnType type, List<Optional<Object>> values) {
        switch (type) {
            case INTEGER -> builder.integers(column, all(values, Long.class));
            case DOUBLE -> builder.doubles(column, all(values, Double.class));
            case DECIMAL -> builder.decimals(column, UploadReader.DECIMALS, all(values, BigDecimal.class));
            case BOOLEAN -> builder.booleans(column, all(values, Boolean.class));
            case TEXT, DATE, TIMESTAMP, OTHER -> builder.texts(column, all(values, String.class));
        }
    }

    private static <T> List<@Nullable T> all(List<Optional<Object>> values, Class<T> type) {
        var all = new ArrayList<@Nullable T>(values.size());
        values.forEach(value -> all.add(value.map(type::cast).orElse(null)));
        return all;
    }

    @Override
    public String toString() {
        return "Upload[" + name + ", " + rows() + " rows]";
    }
}
