package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.TableBuilder;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.tree.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The table of all declared cells, on which questions get their meaning. A cell's number is its row, the last axis
/// changing fastest. Any thread; the owner closes it.
public final class PublicTable implements AutoCloseable {

    private static final Limits LIMITS =
            Limits.standard().withTime(Duration.ofSeconds(10)).withThreads(1).withMemory(512L << 20);

    private final Engine engine;
    private final List<Axis> axes;
    private final ArrowTable table;
    private final LockedSession session;

    private PublicTable(Engine engine, List<Axis> axes, ArrowTable table, LockedSession session) {
        this.engine = engine;
        this.axes = axes;
        this.table = table;
        this.session = session;
    }

    public static PublicTable of(Engine engine, List<Axis> axes) {
        var builder = builder(engine, "domain", axes);
        int cells = Math.toIntExact(cells(axes));
        builder.integers(
                cellColumn(axes), IntStream.range(0, cells).asLongStream().toArray());
        var table = builder.build();
        return new PublicTable(engine, List.copyOf(axes), table, LockedSession.open(engine, List.of(table), LIMITS));
    }

    /// Every combination of the axes as a table of its own, for the caller to close.
    public static ArrowTable cellsOf(Engine engine, String name, List<Axis> axes) {
        return builder(engine, name, axes).build();
    }

    private static TableBuilder builder(Engine engine, String name, List<Axis> axes) {
        var builder = ArrowTable.builder(engine, name);
        int cells = Math.toIntExact(cells(axes));
        int repeat = cells;
        for (var axis : axes) {
            repeat /= axis.values().size();
            column(builder, axis, cells, repeat);
        }
        return builder;
    }

    /// How many there would be; at most `Long.MAX_VALUE`.
    public static long cells(List<Axis> axes) {
        long cells = 1;
        for (var axis : axes) {
            long values = axis.values().size();
            cells = values != 0 && cells > Long.MAX_VALUE / values ? Long.MAX_VALUE : cells * values;
        }
        return cells;
    }

    private static void column(TableBuilder builder, Axis axis, int cells, int repeat) {
        var values = IntStream.range(0, cells)
                .mapToObj(
                        cell -> axis.values().get(cell / repeat % axis.values().size()))
                .toList();
        switch (axis.type()) {
            case INTEGER ->
                builder.integers(
                        axis.column(),
                        values.stream().mapToLong(Long::parseLong).toArray());
            case DOUBLE, DECIMAL ->
                builder.doubles(
                        axis.column(),
                        values.stream().mapToDouble(Double::parseDouble).toArray());
            case BOOLEAN ->
                builder.booleans(
                        axis.column(), values.stream().map(Boolean::valueOf).toList());
            case TEXT, DATE, TIMESTAMP, OTHER -> builder.texts(axis.column(), values);
        }
    }

    public List<Axis> axes() {
        return axes;
    }

    /// The column that numbers the cells: `cell`, or the like where an axis has that name.
    public String cellColumn() {
        return Sql.name(cellColumn(axes));
    }

    private static String cellColumn(List<Axis> axes) {
        var name = "cell";
        while (isAxis(axes, name)) {
            name += "_";
        }
        return name;
    }

    private static boolean isAxis(List<Axis> axes, String name) {
        return axes.stream().anyMatch(axis -> axis.column().equalsIgnoreCase(name));
    }

    /// The table itself (`domain`: the axes, and the number of the cell), which stays this object's.
    public ArrowTable table() {
        return table;
    }

    public int cells() {
        return Math.toIntExact(table.count());
    }

    /// The groups of a question in the order of their first cells. An expression that raises on the domain is a
    /// problem, the same for everybody.
    public List<CellGroup> groups(Question question, Progress progress) {
        try (var answer = session.query(sql(question), progress)) {
            return GroupReader.read(answer, question, progress);
        }
    }

    /// As above, by a text that also reads `others`: the bit, the groups, the columns to be added up.
    List<CellGroup> groups(String sql, List<ArrowTable> others, Question question, Progress progress) {
        var tables = new ArrayList<>(others);
        tables.addFirst(table);
        try (var joined = LockedSession.open(engine, tables, LIMITS);
                var answer = joined.query(sql, progress)) {
            return GroupReader.read(answer, question, progress);
        }
    }

    private String sql(Question question) {
        var columns = question.groups().stream()
                .map(group -> ", (" + Sql.of(group) + ")")
                .collect(Collectors.joining());
        var where = question.filters().isEmpty()
                ? ""
                : question.filters().stream()
                        .map(filter -> "(" + Sql.of(filter) + ")")
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
        return "SELECT " + cellColumn() + columns + " FROM domain" + where + " ORDER BY 1";
    }

    @Override
    public void close() {
        Closing.all(session, table);
    }
}
