package io.poseidon.workbench.query.rows.snapshot;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.domain.Axis;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.rows.people.PeopleLists;
import io.poseidon.workbench.query.rows.question.Grouping;
import io.poseidon.workbench.query.rows.question.Steps;
import io.poseidon.workbench.query.rows.question.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One state of a holder's rows, prepared for answers: one line for each person and declared cell with the number of
/// rows and the total of each measure. Rows without a person, outside the declared domain or without a measure are set
/// aside. Answers take turns; the owner closes it.
public final class Snapshot implements Served, AutoCloseable {

    private static final long MOST_CELLS = 1_000_000;

    private final Table.Rows table;
    private final PublicTable domain;
    private final Desk desk;
    private final ShardKey key;
    private final PeopleLists lists;
    private long asked;

    private Snapshot(Table.Rows table, PublicTable domain, Desk desk, ShardKey key, Path state) {
        this.lists = new PeopleLists(state.resolve("people"), key.secret());
        this.table = table;
        this.domain = domain;
        this.desk = desk;
        this.key = key;
    }

    public static Snapshot open(Engine engine, PolicyDocument policy, Path data, Path state, Progress progress) {
        var key = ShardKey.of(state, data, policy.digest());
        var desk = Desk.open(engine);
        try {
            var table = table(policy, names(desk.load("raw", data, progress)));
            return open(engine, table, desk, key, state);
        } catch (Problem e) {
            desk.close();
            throw e;
        }
    }

    private static Snapshot open(Engine engine, Table.Rows table, Desk desk, ShardKey key, Path state) {
        var axes = axes(table);
        var domain = PublicTable.of(engine, axes);
        try {
            desk.put(domain.table());
            prepare(desk, table, domain, Progress.NONE);
            return new Snapshot(table, domain, desk, key, state);
        } catch (Problem e) {
            domain.close();
            throw e;
        }
    }

    private static Set<String> names(List<TableColumn> columns) {
        return columns.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /// The one table of rows whose columns the data has, all of them.
    private static Table.Rows table(PolicyDocument policy, Set<String> columns) {
        var tables = new ArrayList<Table.Rows>();
        policy.tables().values().forEach(table -> {
            if (table instanceof Table.Rows rows) {
                tables.add(rows);
            }
        });
        var fitting = tables.stream()
                .filter(table -> columns.containsAll(table.columns().keySet()))
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (tables.isEmpty() || fitting.size() > 1) {
            throw Problem.of(Kind.INPUT, Snapshot.class, "one-table-of-rows", fitting.size());
        }
        var missing = new TreeSet<>(tables.getFirst().columns().keySet());
        missing.removeAll(columns);
        throw Problem.of(Kind.INPUT, Snapshot.class, "column-missing", missing.first());
    }

    /// The declared values of each dimension; without them there is no domain.
    public static List<Axis> axes(Table.Rows table) {
        var axes = new ArrayList<Axis>();
        table.dimensions().forEach((name, dimension) -> {
            if (dimension.values().isEmpty()) {
                throw Problem.of(Kind.INPUT, Snapshot.class, "domain-undeclared", name);
            }
            axes.add(new Axis(name, dimension.type(), dimension.values()));
        });
        if (PublicTable.cells(axes) > MOST_CELLS) {
            throw Problem.of(Kind.INPUT, Snapshot.class, "domain-too-large", MOST_CELLS);
        }
        return axes;
    }

    private static void prepare(Desk desk, Table.Rows table, PublicTable domain, Progress progress) {
        var person = "CAST(raw." + Sql.name(table.identity()) + " AS VARCHAR)";
        desk.run(
                "CREATE TABLE persons AS SELECT person, row_number() OVER (ORDER BY person) - 1 AS uid FROM"
                        + " (SELECT DISTINCT " + person + " AS person FROM raw) WHERE person IS NOT NULL",
                progress);
        var on = domain.axes().stream()
                .map(axis -> value(axis) + " = domain." + Sql.name(axis.column()))
                .collect(Collectors.joining(" AND "));
        var totals = new StringBuilder();
        var present = new StringBuilder();
        int index = 0;
        for (var measure : table.measures().entrySet()) {
            var number = "TRY_CAST(raw." + Sql.name(measure.getKey()) + " AS DOUBLE)";
            var steps = Steps.of(measure.getValue());
            long most = CellTotals.most(steps, domain.cells());
            totals.append(", CAST(greatest(least(sum(CAST(round_even(least(greatest(")
                    .append(number)
                    .append(", -1e12), 1e12) * ")
                    .append(steps.scale())
                    .append(", 0) AS BIGINT)), ")
                    .append(most)
                    .append("), -")
                    .append(most)
                    .append(") AS BIGINT) AS s")
                    .append(index++);
            present.append(" AND isfinite(").append(number).append(")");
        }
        desk.run(
                "CREATE TABLE cells AS SELECT persons.uid AS uid, domain." + domain.cellColumn()
                        + " AS cell, count(*) AS n" + totals
                        + " FROM raw JOIN persons ON persons.person = " + person
                        + " JOIN domain ON " + (on.isEmpty() ? "true" : on)
                        + " WHERE true" + present + " GROUP BY ALL ORDER BY 1, 2",
                progress);
        desk.run("DROP TABLE raw");
        if (table.joins().stream().noneMatch(term -> term.on().equals(table.identity()))) {
            desk.run("DROP TABLE persons");
        }
    }

    private static String value(Axis axis) {
        var column = "raw." + Sql.name(axis.column());
        return switch (axis.type()) {
            case INTEGER -> "TRY_CAST(" + column + " AS BIGINT)";
            case DOUBLE, DECIMAL -> "TRY_CAST(" + column + " AS DOUBLE)";
            case BOOLEAN -> "TRY_CAST(" + column + " AS BOOLEAN)";
            case TEXT, DATE, TIMESTAMP, OTHER -> "CAST(" + column + " AS VARCHAR)";
        };
    }

    public Table.Rows table() {
        return table;
    }

    @Override
    public Table.Rows table(Reading reading) {
        return table;
    }

    @Override
    public PublicTable domain(Table.Rows ignored) {
        return domain;
    }

    public PublicTable domain() {
        return domain;
    }

    public ShardKey key() {
        return key;
    }

    /// The lists of uploaded people that answers about this state were about.
    public PeopleLists lists() {
        return lists;
    }

    /// The exact bounded numbers of each group, in the order of the vectors; a group nobody stands in holds zeros.
    /// Nothing that is returned here may leave without noise.
    public synchronized long[][] bounded(Engine engine, Grouping grouping, List<Vector> vectors, Progress progress) {
        var totals = new long[grouping.groups().size()][vectors.size()];
        try (var map = GroupMap.of(engine, ++asked, grouping, domain.cells())) {
            desk.put(map.groups());
            map.members().ifPresent(desk::put);
            try {
                desk.run(map.copied());
                try (var answer = desk.query(BoundedSql.of(map, grouping, vectors, key), progress)) {
                    answer.scan(progress, rows -> add(rows, totals));
                }
            } finally {
                desk.drop(map.name());
                desk.run("DROP VIEW " + map.groups().name());
                map.members().ifPresent(members -> desk.run("DROP VIEW " + members.name()));
            }
        }
        return totals;
    }

    private static void add(Rows rows, long[][] totals) {
        for (long row = 0; row < rows.count(); row++) {
            var group = totals[Math.toIntExact(rows.integer(0, row))];
            for (int i = 0; i < group.length; i++) {
                group[i] = rows.integer(i + 1, row);
            }
        }
    }

    @Override
    public void close() {
        desk.close();
        domain.close();
    }
}
