package io.poseidon.workbench.job;

/// How a job ended.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /// `cause` is whatever the work threw; a view shows it as a problem.
    record Failed<T>(Throwable cause) implements Outcome<T> {}

    record Cancelled<T>() implements Outcome<T> {}
}
