package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.ledger.LedgerReading;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.rows.snapshot.Served;
import io.poseidon.workbench.query.rows.snapshot.ShardKey;
import io.poseidon.workbench.query.rows.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What asking a holder of rows would bring, by its policy and its ledger alone: the rows are not opened, nothing is
/// charged and nothing is written. A repeated question is recognised as long as the data is as it was answered about
/// last. One thread at a time; the owner closes it.
public final class RowOutlook implements Served, AutoCloseable {

    private final Engine engine;
    private final Map<String, PublicTable> domains = new HashMap<>();
    private final PolicyDocument policy;
    private final RowForesight foresight;

    private RowOutlook(Engine engine, PolicyDocument policy, Path state, Timing timing) {
        this.engine = engine;
        this.policy = policy;
        var ledger = LedgerReading.look(state);
        var groundwork = new Groundwork(engine, policy, this, ledger, timing.clock());
        this.foresight = new RowForesight(groundwork, ledger, ShardKey.lastSerial(state));
    }

    /// `state` is the holder's own folder, which need not be there yet.
    public static RowOutlook open(Engine engine, PolicyDocument policy, Path state, Timing timing) {
        if (policy.budget().isEmpty()) {
            throw Problem.of(Kind.INPUT, RowAnswers.class, "budget-missing");
        }
        return new RowOutlook(engine, policy, state, timing);
    }

    public synchronized Preflight of(Asking asking, Progress progress) {
        return foresight.of(asking, progress);
    }

    /// The table that the question names; without data there is no other way to tell.
    @Override
    public Table.Rows table(Reading reading) {
        return reading.questions().stream()
                .map(question -> question.table())
                .findFirst()
                .or(() -> policy.tables().values().stream()
                        .filter(table -> table instanceof Table.Rows)
                        .map(table -> (Table.Rows) table)
                        .findFirst())
                .orElseThrow(() -> Problem.of(Kind.INPUT, Snapshot.class, "one-table-of-rows", 0));
    }

    @Override
    public PublicTable domain(Table.Rows table) {
        return domains.computeIfAbsent(table.name(), name -> PublicTable.of(engine, Snapshot.axes(table)));
    }

    @Override
    public void close() {
        domains.values().forEach(PublicTable::close);
    }
}
