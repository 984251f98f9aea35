package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.bundle.view.signed.ManifestCards;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.Page;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The main area for each state of a purchase. Made anew when the state or the language changes.
final class VaultPages {

    private final Desk desk;
    private final Words words;
    private final VaultModel model;

    VaultPages(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.model = desk.model();
    }

    Node empty(Runnable choose) {
        return new EmptyState(
                Feather.LOCK,
                words.text("empty"),
                words.text("empty.text"),
                Buttons.withKey("Ctrl O", Buttons.primary(words.text("open"), choose)));
    }

    Node page(Purchase purchase) {
        return switch (purchase.state()) {
            case PurchaseState.Refused refused -> refused(purchase, refused);
            case PurchaseState.Unjudged unjudged -> unjudged(purchase, unjudged);
            case PurchaseState.Checking checking -> authentic(purchase);
            case PurchaseState.Locked locked -> authentic(purchase);
            case PurchaseState.Unlocked unlocked -> authentic(purchase);
        };
    }

    private Node authentic(Purchase purchase) {
        var page = headed(purchase);
        var content = page.content().getChildren();
        content.add(new StepsCard(desk.surroundings(), purchase).card());
        if (purchase.state() instanceof PurchaseState.Locked locked) {
            content.add(new UnlockCard(desk, purchase, locked));
        }
        purchase.contents().ifPresent(contents -> {
            var cards = new ManifestCards(words, contents);
            content.addAll(cards.versions(), cards.manifest(), parts(cards, purchase.state()));
        });
        return page;
    }

    private static Card parts(ManifestCards cards, PurchaseState state) {
        return switch (state) {
            case PurchaseState.Unlocked ignored -> cards.parts(StateMark.DONE, "part.open");
            case PurchaseState.Locked ignored -> cards.parts(StateMark.DONE, "part.digest");
            case PurchaseState.Checking ignored -> cards.parts(StateMark.RUNNING, "part.checking");
            case PurchaseState.Refused ignored -> cards.parts(StateMark.SKIPPED, "part.closed");
            case PurchaseState.Unjudged ignored -> cards.parts(StateMark.SKIPPED, "part.closed");
        };
    }

    private Node refused(Purchase purchase, PurchaseState.Refused refused) {
        var page = headed(purchase);
        var content = page.content().getChildren();
        content.add(new FailureCard(desk, purchase, refused.verdict()));
        content.add(new StepsCard(desk.surroundings(), purchase).card());
        if (purchase.contents().isEmpty()) {
            var note = Labels.row(Icons.of(Feather.INFO, 14, "muted"), Labels.muted(words.text("claims-hidden")));
            note.getStyleClass().addAll("card", "subtle");
            note.setStyle("-fx-padding: 11px;");
            content.add(note);
        }
        return page;
    }

    private Node unjudged(Purchase purchase, PurchaseState.Unjudged unjudged) {
        var page = headed(purchase);
        page.content()
                .getChildren()
                .add(new ProblemState(
                        words,
                        unjudged.problem(),
                        Buttons.small(words.text("again"), () -> model.check(purchase)),
                        Buttons.small(words.text("remove"), () -> model.remove(purchase))));
        return page;
    }

    /// Title and tags where they are authentic, otherwise the file's own name.
    private Page headed(Purchase purchase) {
        var page = new Page(fixed(purchase.contents().map(this::title).orElseGet(purchase::fileName)));
        purchase.contents()
                .ifPresent(contents -> page.beside(
                        Labels.muted(contents.manifest().edition().edition()),
                        new Tag(contents.manifest().version().name(), Tone.PLAIN)));
        var badge = new VaultStatus(words).badge(purchase.state());
        page.beside(
                Labels.spring(),
                new Tag(badge.word(), badge.tone()).icon(badge.mark().icon()));
        page.beside(actions(purchase));
        var where = Labels.mono(place(purchase));
        where.getStyleClass().addAll("s", "muted");
        VBox.setMargin(where, new Insets(-12, 0, 0, 0));
        page.content().getChildren().add(where);
        return page;
    }

    private Node[] actions(Purchase purchase) {
        return purchase.state() instanceof PurchaseState.Unlocked
                ? new Node[] {Buttons.with(Feather.LOCK, Buttons.small(words.text("lock"), () -> model.lock(purchase)))}
                : new Node[0];
    }

    private String title(Contents contents) {
        return contents.manifest().edition().title().in(words.language().locale());
    }

    private String place(Purchase purchase) {
        var home = System.getProperty("user.home", "");
        var path = purchase.file().toString();
        var shown = !home.isEmpty() && path.startsWith(home + "/") ? "~" + path.substring(home.length()) : path;
        return shown + "  ·  " + words.now("bytes", desk.formats().whole(purchase.size()));
    }

    private static ObservableValue<String> fixed(String text) {
        return new ReadOnlyStringWrapper(text);
    }
}
