package io.poseidon.workbench.query.cases;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.Decider;
import io.poseidon.workbench.query.domain.SessionHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Decides questions under one policy without data, and remembers the questions of each session. One thread.
public final class PolicyDesk {

    private final Engine engine;
    private final Decider decider;
    private final Map<String, SessionHistory> sessions = new HashMap<>();

    public PolicyDesk(Engine engine, PolicyDocument policy) {
        this(engine, policy, Occasion.UNKNOWN);
    }

    public PolicyDesk(Engine engine, PolicyDocument policy, Occasion occasion) {
        this.engine = engine;
        this.decider = new Decider(engine, policy, occasion);
    }

    /// A question of a session is also held against what was asked before.
    public Decision decide(Optional<String> session, String sql) {
        var decision = decider.decide(sql);
        return session.map(name -> sessions.computeIfAbsent(name, ignored -> new SessionHistory(engine))
                        .next(decision))
                .orElse(decision);
    }
}
