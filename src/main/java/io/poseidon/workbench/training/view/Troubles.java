package io.poseidon.workbench.training.view;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;

/// What a failed run comes to on screen.
final class Troubles {

    private Troubles() {}

    static Problem of(Throwable cause) {
        return cause instanceof Problem problem
                ? problem
                : Problem.of(Kind.BUG, Troubles.class, "run-failed").because(cause);
    }
}
