package io.poseidon.workbench.shell;

import io.poseidon.workbench.shell.TopFacts.Budget;
import io.poseidon.workbench.shell.TopFacts.PurchaseLabel;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Chip;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.ModeBadge;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import io.poseidon.workbench.ui.workspace.Mode;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Region A: where you are, the open purchase, filters, the command field, what kind of numbers these are, the privacy
/// budget, theme, language, help.
final class TopBar extends HBox {

    private static final double ROOMY = 1120;

    private final Surroundings surroundings;
    private final Words words;
    private final HBox purchase = Labels.row();
    private final HBox filters = new HBox(4);
    private final HBox budget = Labels.row();

    TopBar(Surroundings surroundings, Places places, TopFacts facts, Runnable palette, Runnable help) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(TopBar.class);
        getStyleClass().addAll("top-bar", "row");
        filters.getStyleClass().add("row");
        purchase.setMinWidth(0);
        var where =
                Labels.bound(places.currentProperty().flatMap(Workspace::title).orElse(""), "t13", "strong", "where");
        where.setMinWidth(USE_PREF_SIZE);
        var badge = new ModeBadge(
                surroundings.words(),
                places.currentProperty()
                        .flatMap(Workspace::mode)
                        .orElse(Mode.LIVE)
                        .map(mode -> facts.demo() && mode == Mode.LIVE ? Mode.DEMO : mode));
        getChildren()
                .addAll(
                        new Logo(),
                        where,
                        purchase,
                        filters,
                        Labels.spring(),
                        command(palette),
                        badge,
                        budget,
                        theme(),
                        language(),
                        help(help));
        widthProperty().subscribe(this::fit);
        facts.purchase().subscribe(this::showPurchase);
        facts.budget().subscribe(this::showBudget);
        places.currentProperty().flatMap(Workspace::filters).orElse(List.of()).subscribe(this::showFilters);
    }

    /// The less needful words go first where there is little room.
    private void fit() {
        boolean roomy = getWidth() >= ROOMY;
        Stream.concat(purchase.getChildren().stream(), budget.getChildren().stream())
                .filter(node -> node.getStyleClass().contains("roomy"))
                .forEach(node -> {
                    node.setVisible(roomy);
                    node.setManaged(roomy);
                });
    }

    private void showPurchase(Optional<PurchaseLabel> label) {
        purchase.getChildren().clear();
        label.ifPresent(open -> {
            var title = Labels.strong(open.title());
            title.setMinWidth(80);
            var slash = Labels.fixed("/", "t13", "muted");
            slash.setMinWidth(USE_PREF_SIZE);
            var lock = Icons.of(open.unlocked() ? Feather.UNLOCK : Feather.LOCK, 14, open.unlocked() ? "ok" : "muted");
            var edition = Labels.fixed(open.edition(), "t13", "muted", "roomy");
            purchase.getChildren().addAll(slash, lock, title, edition, new Tag(open.version(), Tone.PLAIN));
        });
        fit();
    }

    private void showBudget(Optional<Budget> now) {
        budget.getChildren().clear();
        now.ifPresent(known -> {
            var meter = new Meter(Tone.PRIVACY, words.text("budget")).wide(48).at(known.spent() / known.total());
            var figures =
                    words.formats().map(formats -> formats.rho(known.spent()) + " / " + formats.tidy(known.total()));
            var name = Labels.bound(words.text("budget"), "t11", "muted", "roomy");
            var figure = Labels.bound(figures, "t11");
            figure.setMinWidth(USE_PREF_SIZE);
            budget.getChildren().addAll(Icons.of(Feather.SHIELD, 14, "priv"), name, meter, figure);
        });
        fit();
    }

    private void showFilters(List<String> texts) {
        filters.getChildren().setAll(texts.stream().map(TopBar::chip).toList());
    }

    private static Node chip(String text) {
        var chip = new Chip(Labels.small(text)).filled();
        chip.getStyleClass().add("small");
        return chip;
    }

    private Node command(Runnable palette) {
        var prompt = Labels.muted(words.text("command"));
        var content = new HBox(8, Icons.of(Feather.SEARCH, 14), prompt, Labels.spring(), new KeyCap("Ctrl K"));
        content.getStyleClass().add("row");
        var field = new Button();
        field.setGraphic(content);
        field.getStyleClass().add("command-field");
        field.accessibleTextProperty().bind(words.text("command"));
        field.setOnAction(event -> palette.run());
        content.prefWidthProperty().bind(field.widthProperty().subtract(14));
        return field;
    }

    private Node theme() {
        var button = Buttons.icon(Feather.SUN, words.text("theme"), surroundings.theme()::switchMode);
        button.setId("theme");
        surroundings
                .theme()
                .modeProperty()
                .subscribe(
                        mode -> button.setGraphic(Icons.of(mode == Theme.Mode.LIGHT ? Feather.SUN : Feather.MOON, 16)));
        return button;
    }

    private Node language() {
        var language = surroundings.words().languageProperty();
        var button = new Button();
        button.setId("language");
        button.textProperty().bind(language.map(io.poseidon.workbench.ui.Language::code));
        button.accessibleTextProperty().bind(words.text("language"));
        button.setTooltip(Buttons.tooltip(words.text("language")));
        button.getStyleClass().addAll("icon-button", "language");
        button.setOnAction(event -> language.set(language.get().other()));
        return button;
    }

    private Node help(Runnable help) {
        var button = Buttons.icon(Feather.HELP_CIRCLE, words.text("help"), help);
        button.setId("help");
        return button;
    }
}
