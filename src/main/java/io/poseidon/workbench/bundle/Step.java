package io.poseidon.workbench.bundle;

import java.time.Duration;

/// How one check went, and how long it took.
public record Step(Check check, State state, Duration time) {

    public enum State {
        WAITING,
        RUNNING,
        PASSED,
        FAILED,
        SKIPPED
    }
}
