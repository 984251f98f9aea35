package io.poseidon.workbench.job;

import java.io.IOException;
import java.io.InputStream;

/// Watches a stream for its end only: the standard input of a child process ends when its parent does.
public final class EndOfInput {

    private EndOfInput() {}

    /// Runs `action` once, on a thread of its own, when the stream ends or breaks.
    public static void watch(InputStream stream, Runnable action) {
        Thread.ofPlatform().daemon().name("end-of-input").start(() -> {
            try {
                while (stream.read() >= 0) {
                    // whatever comes is of no interest, only the end is
                }
            } catch (IOException e) {
                // a broken stream has ended too
            }
            action.run();
        });
    }
}
