package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tone;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A refusal, amber: which rule, where, who decides, and the nearest allowed question one click away.
public final class RefusalPane extends VBox {

    private final Words words;
    private final Explanations sentences;

    public RefusalPane(QueryModel model, Words words, Decision.Refuse refusal, Consumer<Finding> show) {
        super(12);
        this.words = words;
        this.sentences = new Explanations(words.language().locale());
        getStyleClass().add("refusal");
        var first = refusal.findings().getFirst();
        var note = new Note(
                Tone.WARNING,
                Feather.SLASH,
                new ReadOnlyStringWrapper(sentences.of(first)),
                new ReadOnlyStringWrapper(""));
        var places = Labels.row(rule(first));
        refusal.findings().forEach(finding -> places.getChildren().add(place(finding, show)));
        var facts = Facts.listed(120)
                .add(words.text("needs"), words.text("needs.text"))
                .add(words.text("decides"), words.text("decides.text"));
        getChildren().add(note.and(places, facts));
        refusal.repair().ifPresent(repair -> getChildren().add(rewrite(model, repair)));
    }

    private static Node rule(Finding finding) {
        var name = Labels.mono(finding.rule().name());
        name.getStyleClass().add("warn");
        return name;
    }

    private Node place(Finding finding, Consumer<Finding> show) {
        var text = words.text("place", finding.place().line(), finding.place().column());
        return Buttons.link(text, () -> show.accept(finding));
    }

    private Node rewrite(QueryModel model, Decision.Repair repair) {
        var sql = Labels.mono(repair.sql());
        sql.setWrapText(true);
        var code = new VBox(sql);
        code.getStyleClass().add("rewrite-code");
        var use = Buttons.primary(words.text("use-rewrite"), model::useRepair);
        return Card.titled(
                words.text("rewrite"),
                Labels.row(Icons.of(Feather.EDIT_2, 14, "accent"), Labels.small(sentences.effect(repair))),
                code,
                Labels.row(use),
                Labels.muted(words.text("rewrite.hint")));
    }

    /// Scrolls where the window is low.
    public Node scrolling() {
        return Panel.scrolling(this);
    }
}
