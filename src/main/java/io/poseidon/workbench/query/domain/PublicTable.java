package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.Limits;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.TableBuilder;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.tree.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The table of all declared cells, on which questions get their meaning. A cell's number is its row, the last axis
/// changing fastest. Any thread; the owner closes it.
public final class PublicTable implements AutoCloseable {

    private static final Limits LIMITS =
            Limits.standard().withTime(Duration.ofSeconds(10)).withThreads(1).withMemory(512L << 20);

    private final List<Axis> axes;
    private final ArrowTable table;
    private final LockedSession session;

    private PublicTable(List<Axis> axes, ArrowTable table, LockedSession session) {
        this.axes = axes;
        this.table = table;
        this.session = session;
    }

    public static PublicTable of(Engine engine, List<Axis> axes) {
        var builder = builder(engine, "domain", axes);
        int cells = Math.toIntExact(cells(axes));
        builder.integers("cell", IntStream.range(0, cells).asLongStream().toArray());
        var table = builder.build();
        return new PublicTable(List.copyOf(axes), table, LockedSession.open(engine, List.of(table), LIMITS));
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

    /// The table itself (`domain`: the axes, and `cell`), which stays this object's.
    public ArrowTable table() {
        return table;
    }

    public int cells() {
        return Math.toIntExact(table.count());
    }

    /// The groups of a question in the order of their first cells. An expression that raises on the domain is a
    /// problem, the same for everybody.
    public List<CellGroup> groups(Question question, Progress progress) {
        var groups = new LinkedHashMap<List<Optional<Object>>, BitSet>();
        try (var answer = session.query(sql(question), progress)) {
            answer.scan(progress, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    var key = new ArrayList<Optional<Object>>();
                    for (int i = 1; i < rows.columns().size(); i++) {
                        key.add(rows.value(i, row));
                    }
                    int cell = ((Number) rows.value(0, row).orElseThrow()).intValue();
                    groups.computeIfAbsent(key, ignored -> new BitSet()).set(cell);
                }
            });
        }
        if (question.groups().isEmpty() && groups.isEmpty()) {
            groups.put(List.of(), new BitSet());
        }
        return groups.entrySet().stream()
                .map(entry -> new CellGroup(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String sql(Question question) {
        var columns = question.groups().stream()
                .map(group -> ", (" + Sql.of(group) + ")")
                .collect(Collectors.joining());
        var where = question.filters().isEmpty()
                ? ""
                : question.filters().stream()
                        .map(filter -> "(" + Sql.of(filter) + ")")
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
        return "SELECT cell" + columns + " FROM domain" + where + " ORDER BY cell";
    }

    @Override
    public void close() {
        session.close();
        table.close();
    }
}
