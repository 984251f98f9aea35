package io.poseidon.workbench.query.preflight;

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
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.query.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Cells of three regions, four categories and three months, some of them suppressed, and an outlook on them.
final class Held implements AutoCloseable {

    static final List<String> REGIONS = List.of("Seoul", "Busan", "Jeju");
    static final List<String> CATEGORIES = List.of("cafe", "grocery", "dining", "jewelry");
    static final List<String> MONTHS = List.of("7", "8", "9");

    record Cell(String region, String category, long month, long people, long amount) {}

    final Engine engine = Engine.start();
    final List<Cell> cells = new ArrayList<>();
    final Schema schema = new Schema(
            "spend",
            List.of(
                    Column.dimension("region", ColumnType.TEXT, REGIONS),
                    Column.dimension("category", ColumnType.TEXT, CATEGORIES),
                    Column.dimension("month", ColumnType.INTEGER, MONTHS),
                    NoisyColumn.of("contributors", Role.COUNT, 4),
                    NoisyColumn.of("amount_sum", Role.MEASURE, 10_000)));
    final PolicyDocument policy = PolicyDocument.parse("policy", """
        policy: 1
        tables:
          spend:
            kind: cells
            overlap: [category, month]
            columns: {region: text, category: text, month: integer, contributors: integer, amount_sum: integer}
        """);
    final ArrowTable table;
    final LockedSession session;
    final CellOutlook outlook;

    Held(long seed) {
        var random = new Random(seed);
        for (var region : REGIONS) {
            for (var category : CATEGORIES) {
                for (var month : MONTHS) {
                    if (random.nextInt(4) > 0) {
                        cells.add(new Cell(
                                region,
                                category,
                                Long.parseLong(month),
                                20 + random.nextInt(100),
                                random.nextInt(100_000)));
                    }
                }
            }
        }
        table = ArrowTable.builder(engine, "spend")
                .texts("region", cells.stream().map(Cell::region).toList())
                .texts("category", cells.stream().map(Cell::category).toList())
                .integers("month", cells.stream().mapToLong(Cell::month).toArray())
                .integers("contributors", cells.stream().mapToLong(Cell::people).toArray())
                .integers("amount_sum", cells.stream().mapToLong(Cell::amount).toArray())
                .build();
        session = LockedSession.open(engine, List.of(table), Limits.standard());
        outlook = new CellOutlook(engine, session, List.of(schema));
    }

    Query query(String sql) {
        return switch (new StatementReader(engine.sqlText()).read(sql)) {
            case Statement.Understood understood -> understood.query();
            case Statement.Refused refused -> throw new AssertionError(sql + ": " + refused.finding());
        };
    }

    Preflight ahead(String sql) {
        return ahead(sql, Progress.NONE);
    }

    Preflight ahead(String sql, Progress progress) {
        var statement = new StatementReader(engine.sqlText()).read(sql);
        var query = statement instanceof Statement.Understood understood
                ? Optional.of(understood.query())
                : Optional.<Query>empty();
        return outlook.of(new Decisions(policy).decide(statement), query, progress);
    }

    @Override
    public void close() {
        outlook.close();
        session.close();
        table.close();
        engine.close();
    }
}
