package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.StateMark;
import io.poseidon.workbench.ui.part.Tone;
import io.poseidon.workbench.ui.workspace.Status;
import java.util.List;

/// A purchase's state in one mark, one word and one line.
final class VaultStatus {

    /// What a check can answer, in the order of the checks.
    static final List<String> FAILURES = List.of(
            "damaged",
            "unknown-signer",
            "wrong-signature",
            "newer-format",
            "not-your-licence",
            "not-yet-valid",
            "expired");

    private final Words words;

    VaultStatus(Words words) {
        this.words = words;
    }

    /// Which of the screen's texts belongs to a failure.
    static String key(Problem problem) {
        return FAILURES.contains(problem.code()) ? problem.code() : "other";
    }

    /// As the lists and the page's head name it.
    record Badge(StateMark mark, Tone tone, String word) {}

    Badge badge(PurchaseState state) {
        return switch (state) {
            case PurchaseState.Checking ignored ->
                new Badge(StateMark.RUNNING, Tone.ACCENT, words.now("state.checking"));
            case PurchaseState.Locked ignored -> new Badge(StateMark.WAITING, Tone.PLAIN, words.now("state.locked"));
            case PurchaseState.Unlocked ignored -> new Badge(StateMark.DONE, Tone.SUCCESS, words.now("state.unlocked"));
            case PurchaseState.Refused refused ->
                new Badge(
                        StateMark.FAILED,
                        Tone.DANGER,
                        words.now("title." + key(refused.verdict().problem())));
            case PurchaseState.Unjudged ignored ->
                new Badge(StateMark.WARNING, Tone.WARNING, words.now("state.unjudged"));
        };
    }

    Status of(Purchase purchase) {
        var badge = badge(purchase.state());
        var state = switch (purchase.state()) {
            case PurchaseState.Checking ignored -> Status.State.RUNNING;
            case PurchaseState.Locked ignored -> Status.State.READY;
            case PurchaseState.Unlocked ignored -> Status.State.READY;
            case PurchaseState.Refused ignored -> Status.State.FAILED;
            case PurchaseState.Unjudged ignored -> Status.State.WARNING;
        };
        var word = purchase.state() instanceof PurchaseState.Refused
                ? words.now("status.refused", badge.word())
                : badge.word();
        var size = Formats.in(words.language()).bytes(purchase.size());
        return new Status(state, word, List.of(purchase.fileName(), size), List.of());
    }
}
