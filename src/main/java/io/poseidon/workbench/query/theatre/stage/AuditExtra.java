package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.policy.span.SpanAudit;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.query.domain.Axis;
import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.theatre.stage.Shard.Line;
import io.poseidon.workbench.query.theatre.stage.Shard.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The linear-span audit alone, over exact answers: refuses what would let a declared cell, or one of two by one
/// outside fact, be computed that was never shown by itself. The owner closes it.
public final class AuditExtra implements WeakShard.Extra, AutoCloseable {

    private final PublicTable domain;
    private final Decisions decisions = new Decisions(World.policy());
    private final Map<String, SpanAudit> histories = new HashMap<>();

    public AuditExtra(Engine engine) {
        var axes = new ArrayList<Axis>();
        ((Table.Rows) World.policy().table("txn").orElseThrow())
                .dimensions()
                .forEach((name, dimension) -> axes.add(new Axis(name, dimension.type(), dimension.values())));
        this.domain = PublicTable.of(engine, axes);
    }

    @Override
    public Optional<String> refuses(String asker, Select question, List<Line> answer) {
        return switch (decisions.decide(new Statement.Understood("", question))) {
            case Decision.Refuse refuse -> Optional.of(refuse.rule().name());
            case Decision.Allow allow -> learn(asker, allow.reading().questions(), answer);
            case Decision.Filter filter -> learn(asker, filter.reading().questions(), answer);
            case Decision.Warn warn -> learn(asker, warn.reading().questions(), answer);
        };
    }

    private Optional<String> learn(String asker, List<Question> questions, List<Line> answer) {
        var shown = questions.stream()
                .flatMap(question -> domain.groups(question, Progress.NONE).stream())
                .filter(group -> isShown(group, answer))
                .map(group -> group.cells().toBits())
                .toList();
        var history = histories.computeIfAbsent(asker, ignored -> new SpanAudit(domain.cells()));
        return history.admits(shown) ? Optional.empty() : Optional.of("SPAN");
    }

    private static boolean isShown(CellGroup group, List<Line> answer) {
        var names = group.key().stream()
                .map(name -> String.valueOf(name.orElse("")))
                .toList();
        return answer.stream().anyMatch(line -> line.names().equals(names));
    }

    @Override
    public Told told(Select question, List<Line> exact) {
        return new Told(exact, 0, 0);
    }

    @Override
    public void close() {
        domain.close();
    }
}
