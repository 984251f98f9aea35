package io.poseidon.workbench.ui;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Page;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.layout.Tabs;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Chip;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.ModeBadge;
import io.poseidon.workbench.ui.part.SearchField;
import io.poseidon.workbench.ui.part.Segmented;
import io.poseidon.workbench.ui.part.StateMark;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import io.poseidon.workbench.ui.workspace.Mode;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Every part of the kit on one page, for tests and for looking at.
final class Gallery {

    private final Words words;

    Gallery(Words words) {
        this.words = words;
    }

    Parent node() {
        var page = new Page(
                text("Every part of the kit"),
                cards(),
                Page.section(text("Buttons"), Labels.muted("four kinds")),
                buttons(),
                Page.section(text("Chips, tags, badges")),
                chips(),
                fields(),
                notes(),
                tabs());
        HBox.setHgrow(page, Priority.ALWAYS);
        return new HBox(side(), page, inspector());
    }

    private Node cards() {
        var open = new Card(
                Labels.row(Icons.of(Feather.BOX, 16, "accent"), Labels.strong("Open a purchase")),
                Labels.paragraph(text("A sealed .poseidon file. It is checked before anything is decrypted.")),
                Buttons.withKey("Ctrl O", Buttons.primary(text("Open…"), () -> {})));
        var drop = new Card(
                Labels.row(Icons.of(Feather.DOWNLOAD), Labels.strong("Drop a file")),
                Labels.paragraph(text("Anywhere on this window: purchases, sessions, keys.")));
        drop.getStyleClass().add("drop");
        var titled = Card.titled(
                        text("Verification"),
                        Labels.paragraph(text("Ed25519 by Hangang Data Market, a signer you trust")))
                .extras(Labels.muted("step 4 of 5"));
        var row = new HBox(12, open, drop, titled);
        List.of(open, drop, titled).forEach(card -> {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(200);
        });
        return row;
    }

    private Node buttons() {
        var disabled = Buttons.normal(text("Disabled"), () -> {});
        disabled.setDisable(true);
        return Labels.row(
                Buttons.primary(text("Primary"), () -> {}),
                Buttons.with(Feather.PAUSE, Buttons.normal(text("Pause"), () -> {})),
                Buttons.small(text("Small"), () -> {}),
                Buttons.quiet(text("Quiet"), () -> {}),
                Buttons.link(text("Clear all"), () -> {}),
                Buttons.icon(Feather.SUN, text("Theme"), () -> {}),
                Buttons.smallIcon(Feather.REFRESH_CW, text("Again"), () -> {}),
                disabled,
                new Segmented<>(List.of("precision", "ρ", "± a cell"), "ρ", Gallery::text));
    }

    private Node chips() {
        var live = new ModeBadge(words, new SimpleObjectProperty<>(Mode.LIVE));
        var simulation = new ModeBadge(words, new SimpleObjectProperty<>(Mode.SIMULATION));
        var demo = new ModeBadge(words, new SimpleObjectProperty<>(Mode.DEMO));
        return new FlowPane(
                8,
                8,
                new Chip(Labels.small("region"), Labels.muted("is one of"), Labels.small("5"))
                        .filled()
                        .onRemove(text("Remove region"), () -> {}),
                new Chip(Labels.small("age_band"), Labels.muted("20–49")).brushed(),
                new Tag("gold", Tone.PLAIN),
                new Tag("Verifying", Tone.ACCENT).icon(Feather.LOADER),
                new Tag("Allowed", Tone.SUCCESS),
                new Tag("overdue", Tone.WARNING),
                new Tag("exact", Tone.DANGER),
                new Tag("ε 6.94", Tone.PRIVACY),
                live,
                simulation,
                demo,
                ModeBadge.simulated(words),
                new KeyCap("Ctrl"),
                new KeyCap("⇧"));
    }

    private Node fields() {
        var name = new TextField("한글 입력");
        name.setAccessibleText("name");
        var number = new TextField("1,210,000");
        number.setAccessibleText("number");
        number.getStyleClass().add("number");
        var combo = new ComboBox<String>();
        combo.getItems().addAll("fedavg", "fedprox");
        combo.getSelectionModel().selectFirst();
        combo.setAccessibleText("strategy");
        var slider = new Slider(0, 2, 1.02);
        slider.setAccessibleText("scarcity");
        var check = new CheckBox("Secure sum");
        return Labels.row(name, number, combo, slider, check, new SearchField(text("Find a column")));
    }

    private Node notes() {
        var ok = new Note(
                Tone.SUCCESS, text("Allowed, with one note"), text("spend holds cells that are already protected."));
        var bad = new Note(Tone.DANGER, text("Arbitrage"), text("Two plus and one bronze cost less than gold."));
        var privacy =
                new Note(Tone.PRIVACY, text("Decrypted to memory only"), text("No plaintext is written to disk."));
        var row = new HBox(12, ok, bad, privacy);
        List.of(ok, bad, privacy).forEach(note -> {
            HBox.setHgrow(note, Priority.ALWAYS);
            note.setPrefWidth(200);
        });
        return row;
    }

    private Node tabs() {
        var problem = Problem.of(Problem.Kind.INPUT, Problem.class, "file-unreadable", "spend.csv");
        var tabs = new Tabs()
                .add(Feather.GRID, text("Cells"), () -> new ProblemState(words, problem))
                .add(Feather.COLUMNS, text("Summary"), () -> Labels.body("summary"))
                .extras(Labels.muted("saved 1 s ago"));
        tabs.setPrefHeight(180);
        return tabs;
    }

    private Node side() {
        var panel = new Panel(
                text("Start"),
                new ListRow(28, Feather.BOX, text("Open purchase…"))
                        .trailing(new KeyCap("Ctrl O"))
                        .onOpen(() -> {}),
                new ListRow(28, Feather.FILE_TEXT, text("Open session…")).onOpen(() -> {}),
                Panel.heading(text("Identities")),
                new ListRow(44, Icons.of(Feather.KEY, 14, "priv"), text("Research desk"))
                        .detail(Labels.fixed("age1q8f…7xk2 · 3F9A 0C1E", "mono", "s", "muted"))
                        .selected(true)
                        .onOpen(() -> {}),
                new ListRow(52, StateMark.RUNNING.node(14), text("Card spending by region and age"))
                        .strong()
                        .detail(text("2026 Q3 · gold · Verifying"))
                        .onOpen(() -> {}));
        panel.extras(Buttons.smallIcon(Feather.PLUS, text("Add"), () -> {}));
        panel.foot(Labels.muted("Suppressed: under 20 contributors"));
        panel.setMinWidth(248);
        panel.setMaxWidth(248);
        return panel;
    }

    private Node inspector() {
        var facts = Facts.aligned()
                .add(text("Name"), "Hangang Data Market")
                .add(text("Key"), Labels.mono("5C81 22F0 9B6E 0447"))
                .add(text("Trusted since"), "3 Feb 2026");
        var panel = new Panel(
                text("Keys and licence"),
                Panel.block(Labels.strong("Signer"), facts),
                Panel.block(new Meter(Tone.PRIVACY, text("budget")).at(0.35), Labels.muted("Spent ρ 0.35 of 1.00")),
                new EmptyState(
                        Feather.INBOX,
                        text("Nothing here yet"),
                        text("Run the standard checks to see what this purchase is good for."),
                        Buttons.normal(text("Run checks"), () -> {})));
        panel.setMinWidth(304);
        panel.setMaxWidth(304);
        panel.setPadding(Insets.EMPTY);
        return new VBox(panel) {
            {
                VBox.setVgrow(panel, Priority.ALWAYS);
            }
        };
    }

    static ObservableValue<String> text(String text) {
        return new SimpleStringProperty(text);
    }
}
