package io.poseidon.workbench.job;

/// What a piece of work tells about itself, and how it learns that nobody wants its result any more.
public interface Progress {

    /// Reports nothing and is never cancelled.
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String detail) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable action) {}
    };

    /// `fraction` from 0 to 1, or negative where the end is not known. Cheap: reports are coalesced.
    void report(double fraction, String detail);

    boolean isCancelled();

    /// Runs once when the work is cancelled, on the cancelling thread: `statement.cancel()` and its like.
    void onCancel(Runnable action);

    /// Call in the loop that does the work.
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
