package io.poseidon.workbench.job;

import java.time.Instant;

/// A job as the tray shows it. `fraction` is negative where the end is not known.
public record JobState(long id, String title, double fraction, String detail, Phase phase, Instant started) {

    public enum Phase {
        RUNNING,
        CANCELLING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
