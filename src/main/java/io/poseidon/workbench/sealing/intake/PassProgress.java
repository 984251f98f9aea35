package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.job.Progress;

/// One of several passes, as a stretch of the whole. Within a pass, a statement that begins anew does not move it back.
final class PassProgress implements Progress {

    private final Progress whole;
    private final int number;
    private final int of;
    private double furthest;

    PassProgress(Progress whole, int number, int of) {
        this.whole = whole;
        this.number = number;
        this.of = of;
    }

    @Override
    public synchronized void report(double fraction, String detail) {
        furthest = Math.max(furthest, fraction);
        whole.report((number + furthest) / of, of == 1 ? "intake" : "intake " + (number + 1) + "/" + of);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        whole.onCancel(action);
    }
}
