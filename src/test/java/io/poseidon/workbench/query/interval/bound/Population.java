package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.NoisyColumn;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.Beside;
import io.poseidon.workbench.query.Decider;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// A few people, each of one region and age, who come in some months and buy of some kinds; beside them the exact
/// cells. Both can be asked.
final class Population implements AutoCloseable {

    private static final List<String> REGIONS = List.of("A", "B", "C");
    private static final List<String> AGES = List.of("old", "young");
    private static final List<String> KINDS = List.of("p", "q");

    private static final PolicyDocument POLICY = PolicyDocument.parse("spend.yaml", """
        policy: 1
        tables:
          spend:
            kind: cells
            overlap: [kind, month]
            columns: {region: text, age: text, kind: text, month: integer, contributors: integer}
        """);

    private record Visit(long person, String region, String age, String kind, long month) {}

    private record Cell(String region, String age, String kind, long month) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Engine engine;
    private final long seed;
    private final Decider decider;
    private final ArrowTable people;
    private final ArrowTable cells;
    private final LockedSession session;

    Population(Engine engine, long seed) {
        this.engine = engine;
        this.seed = seed;
        this.decider = new Decider(engine, POLICY);
        var visits = visits(new Random(seed));
        this.people = people(visits);
        this.cells = cells(visits);
        this.session = LockedSession.open(engine, List.of(people, cells), Limits.standard());
    }

    /// The last column of a row: the number shown, its bound, and the columns that come along.
    record Row(double value, double atLeast, int columns) {}

    IntervalPlan plan(String sql) {
        var ruling = decider.rule(sql);
        return IntervalPlan.of(
                ruling.query().orElseThrow(() -> new AssertionError(ruling.decision())),
                List.of(schema()),
                Overlaps.of(ruling.decision(), POLICY));
    }

    List<Row> ask(String sql) {
        var plan = plan(sql);
        var text = Beside.add(engine.sqlText(), engine.sqlText().toTree(sql), plan);
        var rows = new ArrayList<Row>();
        try (var answer = session.query(text, Progress.NONE)) {
            var page = answer.page(0, 100, Progress.NONE);
            int last = page.columns().size() - plan.extras().size() - 1;
            for (long row = 0; row < page.count(); row++) {
                double least = plan.atLeast(page, last, row).orElse(Double.NaN);
                rows.add(new Row(page.number(last, row), least, last + 1));
            }
        }
        return rows;
    }

    /// The last column of what is true.
    List<Double> truth(String sql) {
        var values = new ArrayList<Double>();
        try (var answer = session.query(sql, Progress.NONE)) {
            var page = answer.page(0, 100, Progress.NONE);
            for (long row = 0; row < page.count(); row++) {
                values.add(page.number(page.columns().size() - 1, row));
            }
        }
        return values;
    }

    private static List<Visit> visits(Random random) {
        var visits = new ArrayList<Visit>();
        int people = 2 + random.nextInt(14);
        double often = random.nextDouble();
        for (long person = 0; person < people; person++) {
            var region = REGIONS.get(random.nextInt(REGIONS.size()));
            var age = AGES.get(random.nextInt(AGES.size()));
            for (var kind : KINDS) {
                for (long month = 7; month <= 9; month++) {
                    if (random.nextDouble() < often || person == 0) {
                        visits.add(new Visit(person, region, age, kind, month));
                    }
                }
            }
        }
        return visits;
    }

    private ArrowTable people(List<Visit> visits) {
        return ArrowTable.builder(engine, "people")
                .integers("person", numbers(visits.stream().mapToLong(Visit::person)))
                .texts("region", visits.stream().map(Visit::region).toList())
                .texts("age", visits.stream().map(Visit::age).toList())
                .texts("kind", visits.stream().map(Visit::kind).toList())
                .integers("month", numbers(visits.stream().mapToLong(Visit::month)))
                .build();
    }

    private ArrowTable cells(List<Visit> visits) {
        var counts = new TreeMap<Cell, Long>();
        visits.forEach(visit ->
                counts.merge(new Cell(visit.region(), visit.age(), visit.kind(), visit.month()), 1L, Long::sum));
        var keys = List.copyOf(counts.keySet());
        return ArrowTable.builder(engine, "spend")
                .texts("region", keys.stream().map(Cell::region).toList())
                .texts("age", keys.stream().map(Cell::age).toList())
                .texts("kind", keys.stream().map(Cell::kind).toList())
                .integers("month", numbers(keys.stream().mapToLong(Cell::month)))
                .integers("contributors", numbers(counts.values().stream().mapToLong(Long::longValue)))
                .build();
    }

    private static long[] numbers(LongStream numbers) {
        return numbers.toArray();
    }

    private static Schema schema() {
        return new Schema(
                "spend",
                List.of(
                        Column.dimension("region", ColumnType.TEXT, REGIONS),
                        Column.dimension("age", ColumnType.TEXT, AGES),
                        Column.dimension("kind", ColumnType.TEXT, KINDS),
                        Column.dimension("month", ColumnType.INTEGER, List.of("7", "8", "9")),
                        NoisyColumn.of("contributors", Role.COUNT, 4)));
    }

    @Override
    public String toString() {
        return "population " + seed;
    }

    @Override
    public void close() {
        session.close();
        cells.close();
        people.close();
    }
}
