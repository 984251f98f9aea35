package io.poseidon.workbench.job;

/// Something that has to happen even when the program is ended from outside (SIGTERM, Ctrl+C). Close it once the
/// thing has been done in the ordinary way.
public final class AtExit implements AutoCloseable {

    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /// `action` must be quick and must not wait for other jobs.
    public static AtExit run(Runnable action) {
        var hook = Thread.ofPlatform().name("at-exit").unstarted(action);
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook is running or has run: nothing is left to take back
        }
    }
}
