package io.poseidon.workbench.query.rows;

import java.time.Clock;
import java.time.Duration;

/// The day that decides whether a policy is valid, and the beat at whose multiples answers leave.
public record Timing(Clock clock, Duration beat) {

    /// The system's day, and a quarter of a second.
    public static Timing standard() {
        return new Timing(Clock.systemUTC(), Duration.ofMillis(250));
    }

    /// By another clock.
    public Timing on(Clock other) {
        return new Timing(other, beat);
    }
}
