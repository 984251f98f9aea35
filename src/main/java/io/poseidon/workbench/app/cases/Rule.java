package io.poseidon.workbench.app.cases;

import io.poseidon.workbench.model.Document;

/// Answers one kind of case; raises a problem naming the place when the case is malformed.
@FunctionalInterface
public interface Rule {
    Answer answer(Document given);
}
