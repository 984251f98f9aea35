package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.Step.State;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes the checks one after the other, times them, and tells each change.
final class Steps {

    private final Map<Check, Step> steps = new EnumMap<>(Check.class);
    private final Consumer<List<Step>> listener;

    Steps(Consumer<List<Step>> listener) {
        this.listener = listener;
        for (var check : Check.values()) {
            steps.put(check, new Step(check, State.WAITING, Duration.ZERO));
        }
    }

    <T> T take(Check check, Supplier<T> work) {
        long start = System.nanoTime();
        set(check, State.RUNNING, start);
        boolean passed = false;
        try {
            var result = work.get();
            passed = true;
            return result;
        } finally {
            set(check, passed ? State.PASSED : State.FAILED, start);
        }
    }

    void hold(Check check, Runnable work) {
        take(check, () -> {
            work.run();
            return check;
        });
    }

    void skip(Check check) {
        set(check, State.SKIPPED, System.nanoTime());
    }

    List<Step> all() {
        return List.copyOf(steps.values());
    }

    private void set(Check check, State state, long start) {
        steps.put(check, new Step(check, state, Duration.ofNanos(System.nanoTime() - start)));
        listener.accept(all());
    }
}
