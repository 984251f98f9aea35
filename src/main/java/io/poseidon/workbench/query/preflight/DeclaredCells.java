package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.query.domain.Axis;
import io.poseidon.workbench.query.domain.PublicTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Every declared cell of the tables of a purchase, whether it is held or not: dimensions only, under the table's own
/// name. Any thread; the owner closes it.
final class DeclaredCells implements AutoCloseable {

    static final long MOST = 1_000_000;

    private static final Limits LIMITS =
            Limits.standard().withTime(Duration.ofSeconds(5)).withThreads(1).withMemory(512L << 20);

    private final List<ArrowTable> tables;
    private final LockedSession session;

    private DeclaredCells(List<ArrowTable> tables, LockedSession session) {
        this.tables = tables;
        this.session = session;
    }

    /// Tables of more cells than [#MOST] are left out.
    static DeclaredCells of(Engine engine, List<Schema> schemas) {
        var tables = new ArrayList<ArrowTable>();
        schemas.stream()
                .filter(DeclaredCells::isSmall)
                .forEach(schema -> tables.add(PublicTable.cellsOf(engine, schema.table(), axes(schema))));
        try {
            return new DeclaredCells(tables, LockedSession.open(engine, tables, LIMITS));
        } catch (RuntimeException e) {
            tables.forEach(ArrowTable::close);
            throw e;
        }
    }

    static boolean isSmall(Schema schema) {
        return PublicTable.cells(axes(schema)) <= MOST;
    }

    private static List<Axis> axes(Schema schema) {
        return schema.dimensions().stream()
                .map(column -> new Axis(column.name(), column.type(), column.domain()))
                .toList();
    }

    CellCount count(CellQuestion question, Progress progress) {
        return CellCount.declared(session, question, progress);
    }

    @Override
    public void close() {
        Closing.all(session, () -> Closing.all(tables));
    }
}
