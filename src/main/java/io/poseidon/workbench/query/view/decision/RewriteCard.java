package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.Tone;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The nearest allowed question: what it changes line by line, what it would bring, and the click that puts it into the
/// editor.
final class RewriteCard {

    private static final double DIFF_SHARE = 60;

    private final QueryModel model;
    private final Words words;
    private final Offer offer;

    RewriteCard(QueryModel model, Words words, Offer offer) {
        this.model = model;
        this.words = words;
        this.offer = offer;
    }

    Node node() {
        var change = new Explanations(words.language().locale()).effect(offer.repair());
        var said = Labels.wrapping(Labels.small(new ReadOnlyStringWrapper(change)));
        var head = Labels.row(Icons.of(Feather.EDIT_2, 14, "accent"), said);
        var sides = new GridPane();
        sides.getStyleClass().add("rewrite");
        sides.getColumnConstraints().setAll(share(DIFF_SHARE), share(100 - DIFF_SHARE));
        sides.add(left(), 0, 0);
        sides.add(effect(), 1, 0);
        return Card.titled(words.text("rewrite"), head, sides);
    }

    private Node left() {
        var rows = LineDiff.between(model.textProperty().get(), model.rewritten(offer.repair()));
        var use = Buttons.primary(words.text("use-rewrite"), model::useRepair);
        use.setId("use-rewrite");
        return new VBox(
                8,
                new DiffView(words, rows),
                Labels.row(use),
                Labels.wrapping(Labels.muted(words.text("rewrite.hint"))));
    }

    private Node effect() {
        var facts = new AheadFacts(offer.preflight(), words);
        var box = new VBox(8, Labels.strong(words.text("effect")));
        if (offer.preflight().suppressed() instanceof Suppression.Known known && known.all() > 0) {
            box.getChildren().add(new Meter(Tone.ACCENT, words.text("effect.shown")).at(1 - known.share()));
        }
        var list = Facts.listed(72);
        facts.missing().ifPresent(text -> list.add(words.text("effect.shown"), text));
        facts.width().ifPresent(text -> list.add(words.text("effect.interval"), text));
        var cost = Labels.small(facts.cost());
        cost.getStyleClass().add("priv");
        list.add(words.text("effect.cost"), cost);
        box.getChildren().add(list);
        return box;
    }

    private static ColumnConstraints share(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        column.setFillWidth(true);
        return column;
    }
}
