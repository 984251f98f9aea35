package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables and columns that a policy names, with the values that a schema declares.
final class Catalog {

    private final PolicyDocument policy;
    private final List<Schema> schemas;

    Catalog(PolicyDocument policy, List<Schema> schemas) {
        this.policy = policy;
        this.schemas = List.copyOf(schemas);
    }

    List<String> tables() {
        return policy.tables().values().stream().map(Table::name).toList();
    }

    Optional<Table> table(String name) {
        return policy.table(name);
    }

    /// The table that a question without a FROM will most likely be about: the only one that is not an upload.
    List<Relation> likely() {
        var tables = policy.tables().values().stream()
                .filter(table -> !(table instanceof Table.Own))
                .map(Table::name)
                .toList();
        return tables.size() == 1
                ? relation(tables.getFirst(), tables.getFirst()).stream().toList()
                : List.of();
    }

    /// As it is reached by `alias`.
    Optional<Relation> relation(String name, String alias) {
        return policy.table(name).map(table -> switch (table) {
            case Table.Cells cells -> new Relation(alias, Optional.of(cells.name()), false, cells(cells));
            case Table.Own own -> new Relation(alias, Optional.of(own.name()), false, free(own));
            case Table.Rows rows -> new Relation(alias, Optional.of(rows.name()), true, people(rows));
        });
    }

    private List<Known> cells(Table.Cells cells) {
        var schema = schemas.stream()
                .filter(candidate -> candidate.table().equalsIgnoreCase(cells.name()))
                .findFirst();
        return cells.columns().entrySet().stream()
                .map(entry -> schema.flatMap(found -> column(found, entry.getKey()))
                        .map(Catalog::cell)
                        .orElse(Known.free(entry.getKey(), entry.getValue(), List.of(), word(entry.getValue()))))
                .toList();
    }

    private static Optional<Column> column(Schema schema, String name) {
        return schema.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Known cell(Column column) {
        var detail = column.role() == Role.DIMENSION
                ? word(column.type())
                : column.unit().orElse(word(column.type()));
        return Known.free(column.name(), column.type(), column.domain(), detail);
    }

    private static List<Known> free(Table.Own own) {
        return own.columns().entrySet().stream()
                .map(entry -> Known.free(entry.getKey(), entry.getValue(), List.of(), word(entry.getValue())))
                .toList();
    }

    private static List<Known> people(Table.Rows rows) {
        var columns = new ArrayList<Known>();
        columns.add(new Known(rows.identity(), Known.Role.IDENTITY, ColumnType.TEXT, List.of(), "", false));
        rows.dimensions().forEach((name, dimension) -> {
            var role = rows.literals().contains(name) ? Known.Role.DIMENSION : Known.Role.UNCOMPARED;
            columns.add(new Known(name, role, dimension.type(), dimension.values(), word(dimension.type()), false));
        });
        rows.measures()
                .forEach((name, bounds) -> columns.add(new Known(
                        name,
                        Known.Role.MEASURE,
                        ColumnType.DECIMAL,
                        List.of(),
                        bounds.min() + " … " + bounds.max(),
                        false)));
        return columns;
    }

    /// An uploaded table beside people: what of it may be named, by the column it is joined on.
    static List<Known> beside(Relation own, Table.Rows rows, String on) {
        boolean identity = on.equalsIgnoreCase(rows.identity());
        return own.columns().stream()
                .filter(column -> !column.name().equalsIgnoreCase(on))
                .filter(column -> column.type() == ColumnType.TEXT || !identity)
                .map(column -> new Known(
                        column.name(),
                        Known.Role.DIMENSION,
                        column.type(),
                        column.values(),
                        column.detail(),
                        isNumber(column.type())))
                .toList();
    }

    private static boolean isNumber(ColumnType type) {
        return switch (type) {
            case INTEGER, DOUBLE, DECIMAL -> true;
            case TEXT, BOOLEAN, DATE, TIMESTAMP, OTHER -> false;
        };
    }

    private static String word(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
