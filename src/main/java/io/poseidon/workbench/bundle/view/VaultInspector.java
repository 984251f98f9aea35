package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Sibling;
import io.poseidon.workbench.bundle.view.signed.Fingerprint;
import io.poseidon.workbench.bundle.view.signed.VersionOffers;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Keys and licence of what is authentic; the list of trusted signers where nothing is.
final class VaultInspector {

    private final Words words;
    private final Formats formats;
    private final VaultModel model;

    VaultInspector(Desk desk) {
        this.words = desk.words();
        this.formats = desk.formats();
        this.model = desk.model();
    }

    Node of(Optional<Purchase> purchase) {
        var contents = purchase.flatMap(Purchase::contents);
        return contents.isPresent()
                ? keys(purchase.orElseThrow().state(), contents.orElseThrow())
                : new SignersPanel(words, model.trustProperty().get()).panel(purchase);
    }

    private Node keys(PurchaseState state, Contents contents) {
        var panel = new Panel(words.text("keys")).extras(Icons.of(Feather.KEY, 14, "priv"));
        panel.content().getChildren().addAll(identity(state), signer(contents.signer()), licence(contents.licence()));
        siblings(contents).forEach(note -> panel.content().getChildren().add(padded(note)));
        if (state instanceof PurchaseState.Unlocked) {
            var note = new Note(Tone.PRIVACY, words.text("memory-only"), words.text("memory-only.text"));
            panel.content().getChildren().add(padded(note));
        }
        return panel;
    }

    private static Node padded(Node note) {
        var pad = new StackPane(note);
        pad.setStyle("-fx-padding: 12px;");
        return pad;
    }

    /// What another purchase in the list says about the same people and time.
    private List<Node> siblings(Contents contents) {
        var others = model.purchases().stream()
                .flatMap(purchase -> purchase.contents().stream())
                .map(Contents::manifest)
                .toList();
        return Sibling.of(contents.manifest(), others).stream()
                .map(this::sibling)
                .toList();
    }

    private Node sibling(Sibling sibling) {
        var other = sibling.other();
        var name = other.edition().product() + " " + other.edition().edition() + " "
                + other.version().name();
        return switch (sibling.kind()) {
            case VERSION ->
                new Note(Tone.ACCENT, words.text("sibling.version", name), words.text("sibling.version.text"));
            case SAME_TIME -> new Note(Tone.WARNING, words.text("sibling.time", name), words.text("sibling.time.text"));
        };
    }

    private Node identity(PurchaseState state) {
        if (!(state instanceof PurchaseState.Unlocked unlocked)) {
            return block("your-identity", Labels.paragraph(words.text("identity.none")));
        }
        var box = new StackPane(Icons.of(Feather.KEY, 16, "priv"));
        box.setMinSize(32, 32);
        box.setStyle("-fx-background-color: -c-privacy-tint; -fx-background-radius: 4px;");
        var text = new VBox(
                Labels.bound(words.text("identity.yours"), "t12", "strong"),
                Labels.caption(words.text("identity.unlocked")));
        var groups = Labels.mono(Fingerprint.twoLines(unlocked.fingerprint()));
        groups.setStyle("-fx-line-spacing: 4px;");
        return block(
                "your-identity",
                Labels.row(box, text),
                new Card(groups),
                Labels.wrapping(Labels.caption(words.text("fingerprint.hint"))));
    }

    private Node signer(Trust.Signer signer) {
        var key = Labels.mono(Fingerprint.groups(signer.keyId(), 0, 4));
        key.getStyleClass().add("s");
        return block(
                "signer",
                Facts.aligned()
                        .add(words.text("name"), signer.name())
                        .add(words.text("key"), key)
                        .add(words.text("trusted-since"), formats.date(day(signer.since()))));
    }

    private Node licence(Licence licence) {
        var serial = Labels.mono(licence.serial());
        serial.getStyleClass().add("s");
        var facts = Facts.aligned()
                .add(words.text("serial"), serial)
                .add(words.text("purpose"), String.join(", ", licence.purpose()))
                .add(words.text("valid"), formats.date(licence.from()) + " – " + formats.date(licence.until()))
                .add(words.text("paid"), VersionOffers.money(formats, licence.paid()));
        return block("licence", facts, days(licence));
    }

    private Node days(Licence licence) {
        long total = ChronoUnit.DAYS.between(licence.from(), licence.until()) + 1;
        long day = Math.clamp(
                ChronoUnit.DAYS.between(licence.from(), day(model.clock().instant())) + 1, 0, total);
        var meter = new Meter(Tone.ACCENT, words.text("licence.days")).at((double) day / total);
        var under = Labels.row(
                Labels.caption(words.now("day.of", formats.whole(day), formats.whole(total))),
                Labels.spring(),
                Labels.caption(words.now("days.left", formats.whole(total - day))));
        return new VBox(4, meter, under);
    }

    private VBox block(String key, Node... nodes) {
        var block = Panel.block(Labels.bound(words.text(key), "t12", "strong"));
        block.getChildren().addAll(nodes);
        return block;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
