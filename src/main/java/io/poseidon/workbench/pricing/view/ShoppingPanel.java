package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.ShoppingList;
import io.poseidon.workbench.pricing.scenario.GuardRails;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import io.poseidon.workbench.ui.part.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The inspector: how to buy a version for less and how to mend that, guard rails, and what was bought.
final class ShoppingPanel {

    private final Words words;
    private final PricingViewModel model;
    private final VBox content = new VBox();

    ShoppingPanel(Words words, PricingViewModel model) {
        this.words = words;
        this.model = model;
    }

    Panel build() {
        return new Panel(words.text("shopping.title"), content);
    }

    void show(Shown shown) {
        content.getChildren().setAll(list(shown), rails(shown), bought(shown));
    }

    void clear() {
        content.getChildren().clear();
    }

    private Node list(Shown shown) {
        return shown.assessment()
                .shoppingList()
                .map(list -> Panel.block(card(shown, list), repairs(shown)))
                .orElseGet(() -> shown.assessment().relaxed().holds()
                        ? Panel.block(
                                new Note(Tone.SUCCESS, words.text("shopping.none"), words.text("shopping.none-text")))
                        : Panel.block(
                                new Note(
                                        Tone.SUCCESS, words.text("shopping.none"), words.text("shopping.none-relaxed")),
                                repairs(shown)));
    }

    private Node card(Shown shown, ShoppingList list) {
        var prices = new PriceWords(words, shown.terms());
        var rows = new VBox(6);
        for (var purchase : list.cover().purchases().reversed()) {
            rows.getChildren()
                    .add(line(
                            purchase.count() + " × "
                                    + prices.name(purchase.offer().precision()),
                            words.now(
                                    "shopping.at",
                                    plain(prices, purchase.offer().price())),
                            plain(prices, purchase.cost()),
                            ""));
        }
        var name = prices.name(list.target().precision());
        var rule = new Region();
        rule.getStyleClass().add("hairline");
        rows.getChildren()
                .addAll(
                        rule,
                        line(
                                words.now(
                                        "shopping.reaches",
                                        prices.formats()
                                                .tidy(list.cover().precision().toDouble())),
                                "",
                                plain(prices, list.cover().cost()),
                                "strong"),
                        line(
                                words.now("shopping.asked", name),
                                "",
                                plain(prices, list.target().price()),
                                ""),
                        line(words.now("shopping.saved"), "", plain(prices, list.saving()), "bad"));
        var card = new Card(rows);
        card.setId("shopping-list");
        return card;
    }

    private static String plain(PriceWords prices, Rational amount) {
        return Amounts.plain(prices.formats(), amount);
    }

    private static Node line(String name, String detail, String amount, String style) {
        var row = Labels.row(Labels.small(name), Labels.caption(detail), Labels.spring(), Labels.small(amount));
        row.getChildren().forEach(node -> {
            if (!style.isEmpty() && !node.getStyleClass().contains("muted")) {
                node.getStyleClass().add(style);
                node.getStyleClass().add("strong");
            }
        });
        return row;
    }

    private Node repairs(Shown shown) {
        var prices = new PriceWords(words, shown.terms());
        boolean free = shown.assessment().isFree();
        var exact = repair(
                Buttons.primary(words.text("repair.exact"), model::repairExactly),
                "repair-exact",
                effect(shown, prices, shown.assessment().repaired().exact()));
        var relaxed = repair(
                Buttons.normal(words.text("repair.relaxed"), model::repairRelaxed),
                "repair-relaxed",
                effect(shown, prices, shown.assessment().repaired().relaxed()));
        return free ? relaxed : new HBox(12, exact, relaxed);
    }

    private static Node repair(Button button, String id, String effect) {
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        var under = Labels.wrapping(Labels.caption(effect));
        under.getStyleClass().add("centred");
        under.setMaxWidth(Double.MAX_VALUE);
        var box = new VBox(4, button, under);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(134);
        return box;
    }

    /// The prices that change, by name.
    private String effect(Shown shown, PriceWords prices, List<Rational> repaired) {
        var asked = shown.assessment().prices();
        var changes = new ArrayList<String>();
        for (int i = 0; i < asked.size(); i++) {
            if (!asked.get(i).equals(repaired.get(i))) {
                changes.add(shown.terms().version(i).name() + " " + plain(prices, repaired.get(i)));
            }
        }
        return changes.isEmpty() ? words.now("repair.nothing") : String.join("\n", changes);
    }

    private Node rails(Shown shown) {
        var prices = new PriceWords(words, shown.terms());
        var box = Panel.block(Labels.strong(words.text("rails.title")));
        for (var finding : shown.rails()) {
            var limit =
                    words.now("rails." + finding.rail().name().toLowerCase(Locale.ROOT), limit(shown, prices, finding));
            var value = Labels.fixed(value(shown, prices, finding), "t12", finding.kept() ? "muted" : "warn");
            var mark = finding.kept() ? StateMark.DONE : StateMark.WARNING;
            box.getChildren().add(Labels.row(mark.node(14), Labels.small(limit), Labels.spring(), value));
        }
        box.getChildren().add(Labels.wrapping(Labels.caption(words.text("rails.text"))));
        return box;
    }

    private static String limit(Shown shown, PriceWords prices, GuardRails.Finding finding) {
        var limits = shown.limits();
        return switch (finding.rail()) {
            case FLOOR -> Amounts.plain(prices.formats(), limits.floor());
            case CEILING -> Amounts.plain(prices.formats(), limits.ceiling());
            case STEP -> prices.formats().percent(limits.largestStep().toDouble(), 0);
        };
    }

    private static String value(Shown shown, PriceWords prices, GuardRails.Finding finding) {
        var name = shown.terms().version(finding.version()).name();
        return switch (finding.rail()) {
            case FLOOR, CEILING -> name + " " + Amounts.plain(prices.formats(), finding.value());
            case STEP ->
                name
                        + (finding.value().signum() > 0 ? " +" : " ")
                        + prices.formats().percent(finding.value().toDouble(), 0);
        };
    }

    private Node bought(Shown shown) {
        var terms = shown.terms();
        var prices = new PriceWords(words, terms);
        var version = terms.version(terms.bought());
        var facts = Facts.aligned()
                .add(words.text("bought.price"), prices.money(version.price().amount()))
                .add(
                        words.text("bought.rho"),
                        prices.formats().tidy(version.rho().toDouble()))
                .add(words.text("bought.epsilon"), prices.formats().number(version.epsilon(), 2));
        terms.measure()
                .ifPresent(measure -> facts.add(
                        words.text("bought.error", measure.name()),
                        prices.half(terms.bought()) + " " + measure.unit()));
        return Panel.block(Labels.strong(words.text("bought.title", version.name())), facts);
    }
}
