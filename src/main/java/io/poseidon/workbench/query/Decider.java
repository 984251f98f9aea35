package io.poseidon.workbench.query;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Effect;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.text.Salvage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From text to decision under one policy, with the nearest allowed question where there is one: also for texts that
/// are no single SELECT. Reads no data. Any thread.
public final class Decider {

    /// The decision on a text, and the text as far as it could be read.
    public record Ruling(Statement statement, Decision decision) {
        public Optional<Query> query() {
            return statement instanceof Statement.Understood understood
                    ? Optional.of(understood.query())
                    : Optional.empty();
        }
    }

    private final StatementReader reader;
    private final Decisions decisions;
    private final PolicyDocument policy;
    private final Occasion occasion;

    public Decider(Engine engine, PolicyDocument policy) {
        this(engine, policy, Occasion.UNKNOWN);
    }

    public Decider(Engine engine, PolicyDocument policy, Occasion occasion) {
        this.policy = policy;
        this.occasion = occasion;
        this.reader = new StatementReader(engine.sqlText());
        this.decisions = new Decisions(policy);
    }

    public Ruling rule(String sql) {
        var statement = reader.read(sql);
        return switch (decisions.decide(statement)) {
            case Decision.Refuse refuse
            when statement instanceof Statement.Refused && refuse.repair().isEmpty() ->
                new Ruling(statement, new Decision.Refuse(refuse.findings(), salvaged(sql)));
            case Decision decision -> new Ruling(statement, occasion.judge(policy, decision));
        };
    }

    public Decision decide(String sql) {
        return rule(sql).decision();
    }

    /// Allowed questions near one that may run, coarser than it; see [Decisions#nearby].
    public List<Repair> nearby(Ruling ruling, Map<String, List<String>> declared) {
        return ruling.decision().mayRun()
                ? ruling.query().map(query -> decisions.nearby(query, declared)).orElse(List.of())
                : List.of();
    }

    private Optional<Repair> salvaged(String sql) {
        for (var attempt : Salvage.of(sql)) {
            var effects = new ArrayList<>(List.of(new Effect(attempt.change(), "")));
            if (reader.read(attempt.sql()) instanceof Statement.Understood understood) {
                var decision = decisions.decide(understood);
                if (decision.mayRun()) {
                    return Optional.of(new Repair(Sql.of(understood.query()), effects));
                }
                if (decision.offer().isPresent()) {
                    effects.addAll(decision.offer().get().effects());
                    return Optional.of(new Repair(decision.offer().get().sql(), effects));
                }
            }
        }
        return Optional.empty();
    }
}
