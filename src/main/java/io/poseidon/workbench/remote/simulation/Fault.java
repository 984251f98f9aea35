package io.poseidon.workbench.remote.simulation;

import java.time.Duration;

/// What goes wrong at a simulated shard, from a round on (0 covers invitation and preparation too).
public sealed interface Fault {

    int fromRound();

    /// Killed: never answers again.
    record Silent(int fromRound) implements Fault {}

    /// Answers this much later than it would.
    record Slow(int fromRound, Duration delay) implements Fault {}

    /// Signs and sends what makes no sense.
    record Garbage(int fromRound) implements Fault {}

    /// Sends updates of the wrong shape.
    record WrongShape(int fromRound) implements Fault {}

    /// Sends numbers that are none.
    record NotANumber(int fromRound) implements Fault {}

    /// Answers every request twice.
    record Echo(int fromRound) implements Fault {}
}
