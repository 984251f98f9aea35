package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Step;
import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.model.Problem;
import java.util.List;
import java.util.Optional;

/// Where a purchase stands.
public sealed interface PurchaseState {

    /// Being verified, or deciphered. `known` are its contents where an earlier check found them authentic.
    record Checking(List<Step> steps, Optional<Contents> known) implements PurchaseState {

        static final Checking FIRST = new Checking(List.of(), Optional.empty());

        public Checking {
            steps = List.copyOf(steps);
        }
    }

    /// Verified, waiting for an identity. `problem` says why the last one did not unlock it.
    record Locked(Verdict.Good verdict, Optional<Problem> problem) implements PurchaseState {}

    /// Deciphered to memory with the key of this fingerprint.
    record Unlocked(Verdict.Good verdict, OpenedBundle bundle, String fingerprint) implements PurchaseState {}

    /// Not opened, and not to be opened as it is.
    record Refused(Verdict.Bad verdict) implements PurchaseState {}

    /// Could not be judged: the file cannot be read, or checking was cancelled.
    record Unjudged(Problem problem) implements PurchaseState {}

    default Optional<Contents> contents() {
        return switch (this) {
            case Checking checking -> checking.known();
            case Locked locked -> Optional.of(locked.verdict().contents());
            case Unlocked unlocked -> Optional.of(unlocked.verdict().contents());
            case Refused refused -> refused.verdict().contents();
            case Unjudged ignored -> Optional.empty();
        };
    }

    default List<Step> steps() {
        return switch (this) {
            case Checking checking -> checking.steps();
            case Locked locked -> locked.verdict().steps();
            case Unlocked unlocked -> unlocked.verdict().steps();
            case Refused refused -> refused.verdict().steps();
            case Unjudged ignored -> List.of();
        };
    }
}
