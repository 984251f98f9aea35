package io.poseidon.workbench.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/// Waits for what a screen comes to, for journeys.
public final class Until {

    private static final int PATIENCE_SECONDS = 60;

    private Until() {}

    /// Asked again and again on the toolkit's thread, since elsewhere a scene may change while it is looked through.
    public static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
