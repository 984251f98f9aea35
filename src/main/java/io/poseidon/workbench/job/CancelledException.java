package io.poseidon.workbench.job;

/// Unwinds cancelled work; never shown, becomes [Outcome.Cancelled].
public final class CancelledException extends RuntimeException {
    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
