package io.poseidon.workbench.query;

import io.poseidon.workbench.policy.Decision;

/// What came back for a question.
public sealed interface Reply {

    Decision decision();

    /// The result is the receiver's to close.
    record Answered(Decision decision, Result result) implements Reply {}

    record Refused(Decision.Refuse decision) implements Reply {}
}
