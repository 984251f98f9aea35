package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.bundle.view.signed.Evenly;
import io.poseidon.workbench.bundle.view.signed.Fingerprint;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A file that was not opened: what happened and why, what is safe, what to do. The safe way out holds the focus.
final class FailureCard extends VBox {

    private final Words words;
    private final Desk desk;
    private final VaultModel model;
    private final Purchase purchase;
    private final Verdict.Bad verdict;

    FailureCard(Desk desk, Purchase purchase, Verdict.Bad verdict) {
        super(12);
        this.desk = desk;
        this.words = desk.words();
        this.model = desk.model();
        this.purchase = purchase;
        this.verdict = verdict;
        getStyleClass().addAll("note", "bad");
        setStyle("-fx-padding: 15px;");
        getChildren().addAll(heading(), Labels.wrapping(Labels.body(words.message(problem()))));
        if (problem().code().equals("unknown-signer")) {
            getChildren().add(fingerprints());
        }
        getChildren().addAll(advice(), buttons());
    }

    private Problem problem() {
        return verdict.problem();
    }

    private Node heading() {
        var title = Labels.section(words.text("title." + VaultStatus.key(problem())));
        var code = new Tag(problem().code(), Tone.DANGER);
        code.getStyleClass().add("mono");
        return Labels.row(Icons.of(Feather.ALERT_OCTAGON, 20, "bad"), title, Labels.spring(), code);
    }

    private Node fingerprints() {
        var hex = verdict.signer().orElse("");
        var signed = fingerprint("signed-by", "not-trusted", Tone.DANGER, hex);
        var signers = model.trustProperty().get().signers();
        var trusted = signers.isEmpty()
                ? new Card(
                        Labels.muted(words.text("nobody-trusted")), Labels.paragraph(words.text("nobody-trusted.text")))
                : fingerprint(
                        "you-trust", "trusted", Tone.SUCCESS, signers.getFirst().keyId());
        signers.stream()
                .findFirst()
                .ifPresent(first -> trusted.body()
                        .getChildren()
                        .add(Labels.muted(
                                signers.size() == 1
                                        ? first.name()
                                        : words.now("and-others", first.name(), signers.size() - 1))));
        return new Evenly(12, signed, trusted);
    }

    private Card fingerprint(String key, String tag, Tone tone, String hex) {
        var top = Labels.row(Labels.muted(words.text(key)), Labels.spring(), new Tag(words.text(tag), tone));
        var groups = Labels.mono(Fingerprint.twoLines(hex));
        groups.setStyle("-fx-line-spacing: 4px;");
        if (tone == Tone.DANGER) {
            groups.getStyleClass().add("bad");
        }
        return new Card(top, groups);
    }

    private Node advice() {
        var safe = column("safe", Labels.paragraph(words.text("safe.text")));
        var next = column("next", Labels.paragraph(words.next(problem())));
        return new Evenly(24, safe, next);
    }

    private VBox column(String key, Node text) {
        return new VBox(4, Labels.bound(words.text(key), "t12", "strong"), text);
    }

    private Node buttons() {
        var close = Buttons.primary(words.text("close-file"), () -> model.remove(purchase));
        close.setId("close-file");
        var row = Labels.row(close);
        row.getChildren().addAll(otherWays());
        row.getChildren()
                .addAll(Labels.spring(), Buttons.with(Feather.COPY, Buttons.quiet(words.text("copy"), this::copy)));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                close.requestFocus();
            }
        });
        return row;
    }

    private Button[] otherWays() {
        return switch (problem().code()) {
            case "unknown-signer" -> new Button[] {Buttons.normal(words.text("trust-signer"), this::trust)};
            case "not-your-licence" ->
                new Button[] {Buttons.normal(words.text("other-identity"), () -> model.check(purchase))};
            case "not-yet-valid" -> new Button[] {Buttons.normal(words.text("again"), () -> model.check(purchase))};
            default -> new Button[0];
        };
    }

    private void trust() {
        desk.question().ask(this, words.now("key.kind"), "*.pub", "*.pem").ifPresent(pem -> {
            try {
                model.trust(purchase, pem);
            } catch (Problem problem) {
                desk.surroundings().notices().tell(problem);
            }
        });
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(ProblemState.details(words, problem()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
