package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A refusal, amber: every reason with its rule and its places, what it would need, who decides, and the nearest
/// allowed question one click away.
public final class RefusalPane extends VBox {

    private static final double NAMES = 112;

    private final QueryModel model;
    private final Words words;
    private final Explanations sentences;
    private final Consumer<Finding> show;

    public RefusalPane(QueryModel model, Words words, QueryState.Refused refused, Consumer<Finding> show) {
        super(12);
        this.model = model;
        this.words = words;
        this.show = show;
        this.sentences = new Explanations(words.language().locale());
        getStyleClass().add("refusal");
        getChildren().add(exhausted(refused).orElseGet(() -> note(refused)));
        if (!refused.offers().isEmpty()) {
            getChildren().add(new RewriteCard(model, words, refused.offers()).node());
        }
    }

    private Optional<Note> exhausted(QueryState.Refused refused) {
        return refused.ahead().cost() instanceof Cost.Charged cost
                        && cost.missing().isPresent()
                        && refused.decision().rule() == Rule.BUDGET
                ? model.venue()
                        .flatMap(Venue::purse)
                        .map(purse -> new ExhaustedNote(words, purse, cost, refused).node())
                : Optional.empty();
    }

    private Note note(QueryState.Refused refused) {
        var findings = refused.decision().findings();
        var reasons = findings.stream()
                .collect(Collectors.groupingBy(sentences::of, LinkedHashMap::new, Collectors.toList()));
        var first = reasons.pollFirstEntry();
        var note = new Note(
                Tone.WARNING, Feather.SLASH, new ReadOnlyStringWrapper(first.getKey()), new ReadOnlyStringWrapper(""));
        note.and(places(first.getValue()), needs(first.getValue()));
        reasons.forEach((sentence, others) -> note.and(reason(sentence), places(others), needs(others)));
        return note.and(Facts.listed(NAMES).add(words.text("decides"), words.text(decides(refused))));
    }

    private String decides(QueryState.Refused refused) {
        if (model.venue().flatMap(Venue::purse).isEmpty()) {
            return "decides.text";
        }
        return refused.reply().receipt().rho().signum() == 0 ? "decides.rows" : "decides.paid";
    }

    private Node needs(List<Finding> findings) {
        var needs = sentences.needs(findings.getFirst());
        return Facts.listed(NAMES).add(words.text("needs"), needs);
    }

    private static Node reason(String sentence) {
        var also = Labels.wrapping(Labels.strong(sentence));
        also.getStyleClass().addAll("warn", "also");
        return also;
    }

    /// The rule, and every place in the text where it was broken.
    private Node places(List<Finding> findings) {
        var name = Labels.mono(findings.getFirst().rule().name());
        name.getStyleClass().add("warn");
        var row = new FlowPane(8, 4, name);
        row.getStyleClass().add("row");
        findings.stream()
                .filter(finding -> finding.place().length() > 0)
                .distinct()
                .forEach(finding -> row.getChildren().add(link(finding)));
        return row;
    }

    private Node link(Finding finding) {
        var at = words.text("place", finding.place().line(), finding.place().column());
        return Buttons.link(at, () -> show.accept(finding));
    }

    /// Scrolls where the window is low.
    public Node scrolling() {
        return Panel.scrolling(this);
    }
}
