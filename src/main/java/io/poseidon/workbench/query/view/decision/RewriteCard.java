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
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.Tone;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The nearest allowed questions: what the chosen one changes line by line, what it would bring, and the click that
/// puts it into the editor.
final class RewriteCard {

    private static final double DIFF_SHARE = 60;
    private static final double NAMES = 72;

    private final QueryModel model;
    private final Words words;
    private final List<Offer> offers;
    private final Explanations sentences;
    private final VBox shown = new VBox(8);
    private final VBox others = new VBox();

    RewriteCard(QueryModel model, Words words, List<Offer> offers) {
        this.model = model;
        this.words = words;
        this.offers = offers;
        this.sentences = new Explanations(words.language().locale());
    }

    Node node() {
        others.getStyleClass().add("offers");
        choose(offers.getFirst());
        return offers.size() == 1
                ? Card.titled(words.text("rewrite"), shown)
                : Card.titled(words.text("rewrite"), shown, others);
    }

    private void choose(Offer offer) {
        var said = Labels.wrapping(Labels.small(sentences.effect(offer.repair())));
        var sides = new GridPane();
        sides.getStyleClass().add("rewrite");
        sides.getColumnConstraints().setAll(share(DIFF_SHARE), share(100 - DIFF_SHARE));
        sides.add(change(offer), 0, 0);
        sides.add(effect(offer), 1, 0);
        shown.getChildren().setAll(Labels.row(Icons.of(Feather.EDIT_2, 14, "accent"), said), sides);
        others.getChildren()
                .setAll(offers.stream().map(one -> row(one, one == offer)).toList());
    }

    private Node row(Offer offer, boolean chosen) {
        var facts = new AheadFacts(offer.preflight(), words);
        var row = new ListRow(
                        28,
                        chosen ? Feather.CHECK_CIRCLE : Feather.CIRCLE,
                        new ReadOnlyStringWrapper(sentences.effect(offer.repair())))
                .trailing(Labels.muted(facts.missing().orElse("")))
                .selected(chosen);
        return row.onOpen(() -> choose(offer));
    }

    private Node change(Offer offer) {
        var rows = LineDiff.between(model.textProperty().get(), model.rewritten(offer.repair()));
        var use = Buttons.primary(words.text("use-rewrite"), () -> model.use(offer.repair()));
        use.setId("use-rewrite");
        var hint = Labels.wrapping(Labels.muted(words.text("rewrite.hint")));
        return new VBox(8, new DiffView(words, rows), Labels.row(use), hint);
    }

    private Node effect(Offer offer) {
        var facts = new AheadFacts(offer.preflight(), words);
        var box = new VBox(8, Labels.strong(words.text("effect")));
        if (offer.preflight().suppressed() instanceof Suppression.Known known && known.all() > 0) {
            box.getChildren().add(new Meter(Tone.ACCENT, words.text("effect.shown")).at(1 - known.share()));
        }
        var list = Facts.listed(NAMES);
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
