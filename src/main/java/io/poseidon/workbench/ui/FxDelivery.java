package io.poseidon.workbench.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Brings outcomes of jobs to the toolkit's thread: `new Jobs(new FxDelivery())`. The only place that hops threads.
/// What is delivered from the toolkit's own thread runs at once.
public final class FxDelivery implements Executor {

    @Override
    public void execute(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs after everything that is waiting on the toolkit's thread now, also when called from there.
    public void later(Runnable action) {
        Platform.runLater(action);
    }

    /// Starts the toolkit where no application did: in tests and for pictures. Does nothing when it runs already.
    public static void startToolkit() {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            return;
        }
        Platform.setImplicitExit(false);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
