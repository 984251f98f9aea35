package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.quality.Representativeness;
import io.poseidon.workbench.quality.Score;
import io.poseidon.workbench.quality.view.QualityViewModel.Judged;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Chart;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The inspector: the chosen dimension's score with formula and evidence, the panel against the population, and the
/// dataset card.
final class EvidencePanel {

    private final Words words;
    private final QualityViewModel model;
    private final ReportTables names;
    private final VBox content = new VBox();
    private final SimpleStringProperty title = new SimpleStringProperty("");
    private final SimpleStringProperty foot = new SimpleStringProperty("");
    private final Chart shares;

    EvidencePanel(Surroundings surroundings, Words words, QualityViewModel model) {
        this.words = words;
        this.model = model;
        this.names = new ReportTables(words, surroundings.theme());
        this.shares = new Chart(surroundings, words.text("shares.title"), words.text("shares.unit"), foot);
        shares.setPrefHeight(300);
        shares.setMinHeight(240);
    }

    Panel build() {
        return new Panel(title, content);
    }

    void show(Judged judged) {
        content.getChildren().clear();
        var selected = model.selectedProperty().get();
        title.set(names.name(selected));
        judged.score(selected).ifPresent(score -> content.getChildren().add(figure(score)));
        judged.report()
                .representativeness()
                .ifPresent(people -> content.getChildren().add(shares(people)));
        content.getChildren().add(card(judged));
    }

    private Node figure(Score score) {
        var formats = Formats.in(words.language());
        var interval = score.interval()
                .map(range -> words.now("interval", formats.number(range.low(), 3), formats.number(range.high(), 3)))
                .orElseGet(() -> words.now("interval.none"));
        var row = Labels.row(Labels.fixed(formats.number(score.value(), 3), "t28", "strong"), Labels.muted(interval));
        row.setAlignment(Pos.BASELINE_LEFT);
        var locale = words.language().locale();
        return Panel.block(
                row,
                Labels.wrapping(Labels.fixed(score.formula().in(locale), "mono", "s")),
                Labels.wrapping(Labels.muted(score.evidence().in(locale))));
    }

    private Node shares(Representativeness people) {
        var dimension = people.population().dimensions().getLast();
        shares.show(new SharePlot(people.margins(dimension)));
        foot.set(words.now(
                "shares.foot",
                Formats.in(words.language()).whole(Math.round(people.people())),
                people.where(),
                people.population().source(words.language().locale())));
        var block = new VBox(shares);
        block.getStyleClass().add("evidence-chart");
        return block;
    }

    private Node card(Judged judged) {
        var card = judged.subject().card();
        var facts = Facts.listed(88)
                .add(words.text("card.name"), card.title().in(words.language().locale()))
                .add(words.text("card.publisher"), card.publisher())
                .add(words.text("card.period"), card.period())
                .add(words.text("card.unit"), words.now("card.unit-value"))
                .add(words.text("card.protection"), protection(judged))
                .add(words.text("card.hidden"), hidden(judged))
                .add(words.text("card.licence"), card.licence());
        return Panel.block(Labels.strong(words.text("card.title")), facts);
    }

    private Node protection(Judged judged) {
        var card = judged.subject().card();
        var text = words.now(
                "card.protection-value",
                Formats.in(words.language()).tidy(card.rho().toDouble()),
                String.valueOf(card.minimumCohort()),
                String.valueOf(card.cellsPerContributor()));
        return Labels.fixed(text, "t12", "priv");
    }

    private String hidden(Judged judged) {
        var table = judged.subject().table();
        long hidden = table.declared() - table.shown();
        var formats = Formats.in(words.language());
        return words.now(
                "card.hidden-value", formats.whole(hidden), formats.percent((double) hidden / table.declared(), 1));
    }
}
