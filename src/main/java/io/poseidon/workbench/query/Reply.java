package io.poseidon.workbench.query;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.result.Result;

/// What came back for a question.
public sealed interface Reply {

    Decision decision();

    Receipt receipt();

    /// The result is the receiver's to close.
    record Answered(Decision decision, Result result, Receipt receipt) implements Reply {}

    record Refused(Decision.Refuse decision, Receipt receipt) implements Reply {}
}
