package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.pricing.Certificate;
import io.poseidon.workbench.pricing.Releases;
import io.poseidon.workbench.pricing.ShoppingList;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Three verdicts side by side, never one: under the releases assumed, relaxed, and under the other releases.
final class VerdictBanner extends HBox {

    private final Words words;

    VerdictBanner(Words words) {
        super(12);
        this.words = words;
        getStyleClass().addAll("note", "row", "verdicts");
    }

    void show(Shown shown) {
        var assessment = shown.assessment();
        boolean free = assessment.isFree();
        getStyleClass().removeAll("ok", "bad");
        getStyleClass().add(free ? "ok" : "bad");
        var main = new VBox(sentences(shown));
        main.setMinWidth(0);
        HBox.setHgrow(main, Priority.ALWAYS);
        boolean nested = shown.isNested();
        getChildren()
                .setAll(
                        Icons.of(free ? Feather.CHECK_CIRCLE : Feather.ALERT_OCTAGON, 20, free ? "ok" : "bad"),
                        verdict(free, nested ? "verdict.nested" : "verdict.exact"),
                        main,
                        rule(),
                        relaxed(assessment.relaxed().holds()),
                        rule(),
                        other(shown));
    }

    private Node[] sentences(Shown shown) {
        return shown.assessment()
                .shoppingList()
                .map(list -> arbitrage(shown, list))
                .orElseGet(() -> new Node[] {
                    cut(Labels.strong(words.now(shown.isNested() ? "free.nested" : "free.exact"))),
                    cut(Labels.muted(words.now("free.scope")))
                });
    }

    private Node[] arbitrage(Shown shown, ShoppingList list) {
        var prices = new PriceWords(words, shown.terms());
        var first = Labels.small(words.now(
                "arbitrage.buy",
                prices.purchases(list),
                prices.money(list.cover().cost()),
                prices.name(list.target().precision()),
                prices.money(list.target().price())));
        first.getStyleClass().add("strong");
        var saving = Labels.fixed(words.now("arbitrage.saves", prices.money(list.saving())), "t12", "strong", "bad");
        saving.setMinWidth(Region.USE_PREF_SIZE);
        var how = Labels.muted(
                words.now(how(shown, list), String.valueOf(list.cover().count())));
        return new Node[] {cut(first), Labels.row(saving, cut(how))};
    }

    private static String how(Shown shown, ShoppingList list) {
        if (list.cover().count() == 1) {
            return "arbitrage.better";
        }
        return shown.assessment().pairsAreEnough() ? "arbitrage.pair" : "arbitrage.many";
    }

    private Node verdict(boolean free, String test) {
        return pair(
                Labels.fixed(
                        words.now(free ? "verdict.free" : "verdict.arbitrage"), "t13", "strong", tone(free, "bad")),
                test);
    }

    private Node relaxed(boolean holds) {
        var word = Labels.fixed(
                words.now(holds ? "verdict.holds" : "verdict.fails"), "t13", "strong", tone(holds, "warn"));
        var mark = Icons.of(holds ? Feather.CHECK : Feather.ALERT_TRIANGLE, 16, tone(holds, "warn"));
        return Labels.row(mark, pair(word, "verdict.relaxed"));
    }

    private Node other(Shown shown) {
        var assessment = shown.assessment();
        boolean nested = assessment.releases() == Releases.NESTED;
        boolean free = (nested ? assessment.independent() : assessment.nested()) instanceof Certificate.Free;
        var word = Labels.fixed(
                words.now(free ? "verdict.free" : "verdict.arbitrage"), "t13", "strong", tone(free, "bad"));
        var mark = Icons.of(free ? Feather.CHECK : Feather.ALERT_OCTAGON, 16, tone(free, "bad"));
        return Labels.row(mark, pair(word, nested ? "verdict.if-independent" : "verdict.if-nested"));
    }

    private Node pair(Node word, String test) {
        var under = Labels.caption(words.now(test));
        under.setMinWidth(Region.USE_PREF_SIZE);
        var pair = new VBox(word, under);
        pair.setMinWidth(Region.USE_PREF_SIZE);
        pair.getStyleClass().add("verdict");
        return pair;
    }

    private static Label cut(Label label) {
        label.setMinWidth(0);
        return label;
    }

    private static String tone(boolean good, String otherwise) {
        return good ? "ok" : otherwise;
    }

    private static Node rule() {
        var rule = new Region();
        rule.getStyleClass().add("verdict-rule");
        return rule;
    }
}
