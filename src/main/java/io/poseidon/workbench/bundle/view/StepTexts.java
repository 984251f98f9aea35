package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.StateMark;

/// The sentence beside each step: what it found, or why it was not taken.
final class StepTexts {

    private final Words words;
    private final Purchase purchase;

    StepTexts(Words words, Purchase purchase) {
        this.words = words;
        this.purchase = purchase;
    }

    String detail(String key, StateMark mark) {
        return switch (mark) {
            case DONE ->
                purchase.contents().map(contents -> found(key, contents)).orElseGet(() -> words.now(key + ".plain"));
            case FAILED -> failed();
            case RUNNING -> words.now(key + ".plain");
            case WAITING -> waiting(key);
            case WARNING, REFUSED, SKIPPED -> words.now("step.not-taken");
        };
    }

    private String failed() {
        return purchase.state() instanceof PurchaseState.Refused refused
                ? words.now("short." + VaultStatus.key(refused.verdict().problem()))
                : "";
    }

    private String waiting(String key) {
        boolean locked = purchase.state() instanceof PurchaseState.Locked;
        return locked ? words.now("step.needs-identity") : words.now(key + ".plain");
    }

    private String found(String key, Contents contents) {
        return switch (key) {
            case "step.signature" -> words.now(key + ".found", contents.signer().name());
            case "step.digests" ->
                words.count(key + ".found", contents.manifest().parts().size());
            case "step.licence" -> licence(contents);
            case "step.decrypt" ->
                words.now(key + ".found", contents.manifest().parts().getFirst().entry());
            default -> words.now(key + ".plain");
        };
    }

    private String licence(Contents contents) {
        var licence = contents.licence();
        var until = Formats.in(words.language()).date(licence.until());
        var purpose = String.join(", ", licence.purpose());
        return contents.yours().isPresent()
                ? words.now("step.licence.yours", purpose, until)
                : words.now("step.licence.unknown", purpose, until);
    }
}
