package io.poseidon.workbench.bundle;

import io.poseidon.workbench.job.Progress;
import java.util.List;
import java.util.function.Consumer;

/// What became of the attempt to open a file.
public sealed interface Opening {

    /// The bundle is the receiver's to close.
    record Opened(OpenedBundle bundle, Verdict.Good verdict) implements Opening {}

    record Refused(Verdict.Bad verdict) implements Opening {}

    /// Who looks on while a file is opened.
    record Watch(Progress progress, Consumer<List<Step>> steps) {
        public static Watch of(Progress progress) {
            return new Watch(progress, steps -> {});
        }
    }

    /// The bundle, or the problem thrown: for callers that have no use for the steps.
    default OpenedBundle orThrow() {
        return switch (this) {
            case Opened opened -> opened.bundle();
            case Refused refused -> throw refused.verdict().problem();
        };
    }
}
