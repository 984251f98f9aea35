package io.poseidon.workbench.remote.simulation;

import io.poseidon.workbench.job.CancelledException;
import java.time.Duration;

/// How simulated time passes: at once, or as on the wall.
@FunctionalInterface
public interface Pace {

    Pace AT_ONCE = _ -> {};

    Pace AS_ON_THE_WALL = span -> {
        try {
            Thread.sleep(span);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    };

    void pass(Duration span);
}
