package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The inspector beside the question that is shown: what the policy said and why, what was checked, how to read the
/// answer, what it cost, what may be asked, where the result comes from.
public final class PolicyPanel {

    private final QueryTabs tabs;
    private final Words words;
    private final Panel panel;
    private final ObservableValue<QueryState> state;
    private final ObservableValue<Optional<Preflight>> ahead;
    private final ProvenanceBlock provenance;

    public PolicyPanel(QueryTabs tabs, Words words, Runnable export, Runnable evidence) {
        this.tabs = tabs;
        this.words = words;
        this.provenance = new ProvenanceBlock(words, export, evidence);
        this.panel = new Panel(words.text("policy")).extras(Icons.of(Feather.SHIELD, 16, "muted"));
        this.state = tabs.shownProperty().flatMap(question -> question.stateProperty());
        this.ahead = tabs.shownProperty().flatMap(question -> question.ahead().seenProperty());
        state.addListener(observable -> show());
        ahead.addListener(observable -> foresee());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    public Panel node() {
        return panel;
    }

    /// Only at a shard does the panel say what the text would cost.
    private void foresee() {
        if (tabs.venue().getValue().flatMap(Venue::purse).isPresent()) {
            show();
        }
    }

    private void show() {
        panel.content()
                .getChildren()
                .setAll(tabs.venue().getValue().map(this::blocks).orElse(List.of()));
    }

    private List<Node> blocks(Venue open) {
        var now = state.getValue();
        var blocks = new ArrayList<Node>();
        blocks.add(new DecisionBlock(words, open, now).node());
        blocks.addAll(cautions(now));
        blocks.add(open.purse()
                .map(purse -> new PurseBlock(words, purse, ahead.getValue()).node())
                .orElseGet(() -> new BudgetBlock(words, open).node()));
        blocks.add(new AllowedBlock(words, open).node());
        blocks.add(provenance.node(open, now));
        return blocks;
    }

    private List<Node> cautions(QueryState now) {
        if (!(now instanceof QueryState.Answered answered)
                || answered.reply().decision().cautions().isEmpty()) {
            return List.of();
        }
        var decision = answered.reply().decision();
        var sentences = new Explanations(words.language().locale());
        var said = decision.cautions().stream()
                .map(caution -> new Said(words.now("caution." + caution.kind()), sentences.of(caution)))
                .distinct()
                .map(this::caution);
        return Stream.concat(said, honest(decision).stream()).toList();
    }

    private record Said(String title, String text) {}

    /// The form that says the same more honestly, one click away.
    private List<Node> honest(Decision decision) {
        return decision
                .offer()
                .filter(repair ->
                        repair.effects().stream().anyMatch(effect -> effect.change() == Decision.Change.WEIGHTS_MEAN))
                .map(repair -> Buttons.small(
                        words.text("use-rewrite"), () -> tabs.shown().use(repair)))
                .map(button -> (Node) Panel.block(Labels.row(button)))
                .stream()
                .toList();
    }

    private Node caution(Said said) {
        var title = Labels.strong(said.title());
        title.getStyleClass().add("warn");
        return Panel.block(
                Labels.row(Icons.of(Feather.ALERT_TRIANGLE, 16, "warn"), title),
                Labels.wrapping(Labels.small(new ReadOnlyStringWrapper(said.text()))));
    }
}
