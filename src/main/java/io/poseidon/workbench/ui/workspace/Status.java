package io.poseidon.workbench.ui.workspace;

import java.util.List;

/// What the status bar says for a workspace: a state with its word at the left, then facts; measurements (times) at the
/// right. Texts are ready to show.
public record Status(State state, String word, List<String> facts, List<String> measurements) {

    public enum State {
        READY,
        RUNNING,
        WARNING,
        FAILED,
        SIMULATION
    }

    public Status {
        facts = List.copyOf(facts);
        measurements = List.copyOf(measurements);
    }

    public static Status ready(String word, String... facts) {
        return new Status(State.READY, word, List.of(facts), List.of());
    }
}
