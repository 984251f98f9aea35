package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.theatre.stage.Shard.Line;
import io.poseidon.workbench.query.theatre.stage.World.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// The exact rows of a world on an unprotected desk, as `txn`; and as they would be if all targets had the secret, or
/// none. The owner closes it.
public final class Backstage implements AutoCloseable {

    private static final String COLUMNS = "user_id, region, age_band, category, month, amount";

    private final Desk desk;
    private final ArrowTable everything;

    private Backstage(Desk desk, ArrowTable everything) {
        this.desk = desk;
        this.everything = everything;
    }

    public static Backstage open(Engine engine, World world) {
        var desk = Desk.open(engine, Limits.trusted().withThreads(1));
        var everything = table(engine, world);
        desk.put(everything);
        desk.run("CREATE TABLE txn AS SELECT " + COLUMNS + " FROM everything WHERE happened");
        return new Backstage(desk, everything);
    }

    private static ArrowTable table(Engine engine, World world) {
        return ArrowTable.builder(engine, "everything")
                .texts("user_id", texts(world, Row::person))
                .texts("region", texts(world, Row::region))
                .texts("age_band", texts(world, Row::age))
                .texts("category", texts(world, Row::category))
                .integers("month", numbers(world, Row::month))
                .integers("amount", numbers(world, Row::amount))
                .booleans("targets", world.rows().stream().map(Row::isTargets).toList())
                .booleans("happens", world.rows().stream().map(Row::when).toList())
                .booleans("happened", world.rows().stream().map(world::happened).toList())
                .build();
    }

    private static List<String> texts(World world, Function<Row, String> column) {
        return world.rows().stream().map(column).toList();
    }

    private static long[] numbers(World world, ToLongFunction<Row> column) {
        return world.rows().stream().mapToLong(column).toArray();
    }

    List<Line> lines(String sql) {
        var lines = new ArrayList<Line>();
        try (var answer = desk.query(sql, Progress.NONE)) {
            answer.scan(Progress.NONE, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    var values = new ArrayList<Optional<Object>>();
                    for (int i = 0; i < rows.columns().size(); i++) {
                        values.add(rows.value(i, row));
                    }
                    if (values.getLast().isPresent()) {
                        lines.add(Line.of(values));
                    }
                }
            });
        }
        return lines;
    }

    /// The exact answer if the secret of all targets were so.
    List<Line> linesIf(boolean secret, String sql) {
        return lines("WITH txn AS (SELECT " + COLUMNS + " FROM everything WHERE NOT targets OR happens = " + secret
                + ") " + sql);
    }

    @Override
    public void close() {
        desk.close();
        everything.close();
    }
}
