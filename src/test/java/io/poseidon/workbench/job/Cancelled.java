package io.poseidon.workbench.job;

/// The progress of work that was cancelled before it began.
public final class Cancelled implements Progress {

    @Override
    public void report(double fraction, String detail) {}

    @Override
    public boolean isCancelled() {
        return true;
    }

    @Override
    public void onCancel(Runnable action) {}
}
