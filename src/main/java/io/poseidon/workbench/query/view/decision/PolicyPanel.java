package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tone;
import java.time.LocalDate;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The inspector: what the policy said and why, what was checked, what it cost, where the result comes from.
public final class PolicyPanel {

    private final QueryModel model;
    private final Words words;
    private final Runnable export;
    private final Panel panel;

    public PolicyPanel(QueryModel model, Words words, Runnable export) {
        this.model = model;
        this.words = words;
        this.export = export;
        this.panel = new Panel(words.text("policy")).extras(Icons.of(Feather.SHIELD, 16, "muted"));
        model.stateProperty().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    public Panel node() {
        return panel;
    }

    private void show() {
        panel.content().getChildren().clear();
        model.queries().ifPresent(open -> {
            add(decision(open));
            cautions();
            add(budget());
            add(provenance(open));
        });
    }

    private void add(Node node) {
        panel.content().getChildren().add(node);
    }

    private Node decision(PurchaseQueries open) {
        var block = Panel.block(banner());
        block.getChildren().add(Labels.strong(words.text("checked")));
        if (model.state() instanceof QueryState.Refused refused) {
            for (var finding : refused.decision().findings()) {
                var line = Labels.row(
                        Icons.of(Feather.SLASH, 16, "warn"),
                        Labels.mono(finding.rule().name()),
                        Labels.spring(),
                        Labels.muted(words.text("line", finding.place().line())));
                block.getChildren().add(line);
            }
        } else {
            block.getChildren().add(check(words.text("check.statement")));
        }
        var facts = open.provenance().facts();
        block.getChildren()
                .addAll(
                        check(words.text("check.purpose", facts.getOrDefault("poseidon.purpose", ""))),
                        check(words.text("check.licence", until(facts))),
                        check(words.text("check.outside")));
        return block;
    }

    private String until(Map<String, String> facts) {
        return Formats.in(words.language()).date(LocalDate.parse(facts.getOrDefault("poseidon.licence_until", "")));
    }

    private Note banner() {
        return switch (model.state()) {
            case QueryState.Answered answered
            when answered.reply().decision() instanceof Decision.Warn ->
                new Note(Tone.SUCCESS, words.text("allowed-note"), words.text("cells-free"));
            case QueryState.Refused refused ->
                new Note(Tone.WARNING, Feather.SLASH, words.text("refused"), words.text("courtesy"));
            case QueryState.Answered ignored -> new Note(Tone.SUCCESS, words.text("allowed"), words.text("cells-free"));
            case QueryState.NoPurchase ignored -> waiting();
            case QueryState.Ready ignored -> waiting();
            case QueryState.Running ignored -> waiting();
            case QueryState.Failed ignored -> waiting();
            case QueryState.Cancelled ignored -> waiting();
        };
    }

    private Note waiting() {
        return new Note(Tone.PLAIN, words.text("not-asked"), words.text("cells-free"));
    }

    private static Node check(ObservableValue<String> text) {
        return Labels.row(Icons.of(Feather.CHECK, 16, "ok"), Labels.small(text));
    }

    private void cautions() {
        if (model.state() instanceof QueryState.Answered answered
                && answered.reply().decision() instanceof Decision.Warn warn) {
            var sentences = new Explanations(words.language().locale());
            for (var caution :
                    warn.cautions().stream().map(sentences::of).distinct().toList()) {
                var title =
                        Labels.row(Icons.of(Feather.ALERT_TRIANGLE, 16, "warn"), Labels.strong(words.text("caution")));
                title.getChildren().getLast().getStyleClass().add("warn");
                add(Panel.block(title, Labels.paragraph(fixed(caution))));
            }
        }
    }

    private VBox budget() {
        var cost = Labels.figure(fixed("ρ 0.00"));
        cost.getStyleClass().add("priv");
        var head =
                Labels.row(Labels.strong(words.text("budget")), Labels.spring(), Icons.of(Feather.SHIELD, 16, "priv"));
        return Panel.block(
                head,
                Labels.row(Labels.muted(words.text("this-query")), Labels.spring(), cost),
                muted(Labels.paragraph(words.text("paid"))));
    }

    private static Node muted(Node node) {
        node.getStyleClass().add("muted");
        return node;
    }

    private VBox provenance(PurchaseQueries open) {
        var facts = open.provenance().facts();
        var list = Facts.aligned()
                .add(
                        words.text("edition"),
                        Labels.mono(facts.get("poseidon.dataset_id") + " " + facts.get("poseidon.version")))
                .add(words.text("licence"), Labels.mono(facts.getOrDefault("poseidon.licence", "")));
        var block = Panel.block(Labels.strong(words.text("provenance")), list);
        if (model.state() instanceof QueryState.Answered answered) {
            var digest = answered.reply().result().metadata().getOrDefault("poseidon.query_sha256", "");
            list.add(words.text("query-digest"), Labels.mono(digest.substring(0, 4) + " " + digest.substring(4, 8)));
            block.getChildren().add(Buttons.with(Feather.DOWNLOAD, Buttons.small(words.text("export"), export)));
        }
        return block;
    }

    private static ReadOnlyStringWrapper fixed(String text) {
        return new ReadOnlyStringWrapper(text);
    }
}
