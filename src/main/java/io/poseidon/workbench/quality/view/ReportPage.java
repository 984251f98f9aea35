package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.quality.QualityReport;
import io.poseidon.workbench.quality.Representativeness;
import io.poseidon.workbench.quality.view.QualityViewModel.Judged;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Chart;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import java.util.ArrayList;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The main area: three figures, the dimensions, the tests, and the panel's shares by the first population dimension.
final class ReportPage {

    private final Words words;
    private final QualityViewModel model;
    private final ReportTables tables;
    private final VBox content = new VBox();
    private final ScrollPane node = Panel.scrolling(content);
    private final SimpleStringProperty chartTitle = new SimpleStringProperty("");
    private final SimpleStringProperty chartFoot = new SimpleStringProperty("");
    private final Chart shares;

    ReportPage(Surroundings surroundings, Words words, QualityViewModel model) {
        this.words = words;
        this.model = model;
        this.tables = new ReportTables(words, surroundings.theme());
        this.shares = new Chart(surroundings, chartTitle, words.text("shares.unit"), chartFoot);
        shares.setPrefSize(332, 380);
        shares.setMinWidth(240);
        shares.getStyleClass().add("quality-shares");
        node.setFitToHeight(true);
    }

    Region node() {
        return node;
    }

    void show(Judged judged) {
        var report = judged.report();
        var tests = new VBox(heading(report), tables.checks(report.checks()));
        HBox.setHgrow(tests, Priority.ALWAYS);
        var lower = new HBox(tests);
        VBox.setVgrow(lower, Priority.ALWAYS);
        report.representativeness().ifPresent(people -> lower.getChildren().add(byRegion(people)));
        content.getChildren()
                .setAll(
                        figures(report),
                        tables.scores(
                                report.scores(),
                                model.selectedProperty().get(),
                                dimension -> model.selectedProperty().set(dimension)),
                        lower);
    }

    private Node figures(QualityReport report) {
        var formats = Formats.in(words.language());
        var interval = report.compositeInterval();
        var weakest = report.weakest();
        var figures = new ArrayList<Node>();
        figures.add(figure(
                words.now("figure.composite"),
                formats.number(report.composite(), 3),
                Labels.muted(formats.number(interval.low(), 3) + " – " + formats.number(interval.high(), 3))));
        figures.add(rule());
        figures.add(figure(
                words.now("figure.weakest"),
                formats.number(weakest.value(), 3),
                Labels.fixed(tables.name(weakest.dimension()), "t13", "strong", "warn")));
        figures.add(rule());
        figures.add(figure(
                words.now("figure.tests"),
                formats.whole(report.passed()),
                Labels.muted(
                        words.now("figure.of", formats.whole(report.checks().size())))));
        figures.add(Labels.spring());
        figures.add(Buttons.with(Feather.PLAY, Buttons.normal(words.text("run-again"), model::runAgain)));
        var row = new HBox(24, figures.toArray(Node[]::new));
        row.setAlignment(Pos.BOTTOM_LEFT);
        row.getStyleClass().add("quality-figures");
        return row;
    }

    private static Node figure(String name, String value, Node beside) {
        var row = Labels.row(Labels.fixed(value, "t28", "strong"), beside);
        row.setAlignment(Pos.BASELINE_LEFT);
        var box = new VBox(2, Labels.muted(name), row);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rule");
        rule.setMaxHeight(44);
        return rule;
    }

    private Node heading(QualityReport report) {
        var row = Labels.row(
                Labels.fixed(words.now("tests.title"), "t12", "strong"),
                Labels.muted(String.valueOf(report.checks().size())));
        row.getStyleClass().add("quality-tests");
        return row;
    }

    private Node byRegion(Representativeness people) {
        var dimension = people.population().dimensions().getFirst();
        chartTitle.set(words.now("shares.by", dimension));
        chartFoot.set(words.now("shares.legend"));
        shares.show(new SharePlot(people.margins(dimension)));
        return shares;
    }
}
