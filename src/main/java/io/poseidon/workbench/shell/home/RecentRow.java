package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.shell.home.RecentPurchase.State;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A purchase of the list, 44 high. A missing one is muted; its actions are not.
final class RecentRow extends HBox {

    private static final PseudoClass UNLOCKED = PseudoClass.getPseudoClass("unlocked");

    private final Words words;
    private final HomeModel model;
    private final HomeModel.Line line;
    private final RecentPurchase purchase;

    RecentRow(Surroundings surroundings, HomeModel model, HomeModel.Line line) {
        words = surroundings.words().in(RecentRow.class);
        this.model = model;
        this.line = line;
        purchase = line.purchase();
        boolean missing = line.state() == State.MISSING;
        getStyleClass().addAll("recent-row", "row");
        pseudoClassStateChanged(UNLOCKED, line.state() == State.UNLOCKED);
        var version = new StackPane(new Tag(purchase.version(), Tone.PLAIN));
        version.setAlignment(Pos.CENTER_LEFT);
        version.setMinWidth(RecentHead.VERSION);
        version.setMaxWidth(RecentHead.VERSION);
        var icon = new StackPane(icon());
        icon.getStyleClass().add("recent-icon");
        getChildren()
                .addAll(
                        icon,
                        names(missing),
                        version,
                        state(),
                        RecentHead.classed(
                                figure(missing ? "—" : formats().date(purchase.validUntil()), RecentHead.UNTIL),
                                "wide"),
                        RecentHead.classed(
                                figure(missing ? "—" : formats().bytes(purchase.bytes()), RecentHead.SIZE), "widest"),
                        missing ? remedies() : figure(opened(), RecentHead.OPENED));
        if (!missing) {
            opens();
        }
    }

    private void opens() {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words.now("open-this", purchase.title(), purchase.edition()));
        getStyleClass().add("clickable");
        setOnMouseClicked(event -> model.open(purchase));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                model.open(purchase);
                event.consume();
            }
        });
    }

    private Node icon() {
        return switch (line.state()) {
            case UNLOCKED -> Icons.of(Feather.UNLOCK, 16, "ok");
            case LOCKED -> Icons.of(Feather.LOCK, 16);
            case ENDING -> Icons.of(Feather.CLOCK, 16, "warn");
            case EXPIRED -> Icons.of(Feather.X_CIRCLE, 16, "bad");
            case MISSING -> Icons.of(Feather.FILE, 16);
        };
    }

    private Node names(boolean missing) {
        var title = Labels.fixed(purchase.title(), "t12", missing ? "muted" : "strong");
        var second = missing
                ? words.text("missing-edition", purchase.edition())
                : words.text("edition-publisher", purchase.edition(), purchase.publisher());
        var names = new VBox(2, title, Labels.muted(second));
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        return names;
    }

    private Label state() {
        var label = switch (line.state()) {
            case UNLOCKED -> Labels.bound(words.text("state.unlocked"), "t12", "ok", "strong");
            case LOCKED -> Labels.bound(words.text("state.locked"), "t12", "muted");
            case ENDING -> Labels.fixed(words.count("state.ending", line.daysLeft()), "t12", "warn");
            case EXPIRED -> Labels.bound(words.text("state.expired"), "t12", "bad");
            case MISSING -> Labels.bound(words.text("state.missing"), "t12", "muted");
        };
        return RecentHead.sized(label, RecentHead.STATE, false);
    }

    private Label figure(String text, double width) {
        return RecentHead.sized(Labels.muted(text), width, true);
    }

    private Node remedies() {
        var locate = Buttons.small(
                words.text("locate"),
                () -> FileDialogs.open(this, words.now("files"), "*.poseidon")
                        .ifPresent(found -> model.locate(purchase, found)));
        var remove = Buttons.quiet(words.text("remove"), () -> model.remove(purchase));
        var row = new HBox(4, locate, remove);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setMinWidth(RecentHead.OPENED);
        row.setMaxWidth(RecentHead.OPENED);
        return row;
    }

    private String opened() {
        var at = purchase.opened().atZone(ZoneId.systemDefault());
        LocalDate today = model.today();
        if (at.toLocalDate().equals(today)) {
            return words.now("today", formats().time(at.toLocalTime()));
        }
        return at.toLocalDate().equals(today.minusDays(1))
                ? words.now("yesterday")
                : formats().date(at.toLocalDate());
    }

    private Formats formats() {
        return Formats.in(words.language());
    }
}
