package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The main area: verdicts, the curve, the waterfall, expected revenue where buyers were surveyed, and the comparison.
final class PricingPage {

    private final Words words;
    private final PricingViewModel model;
    private final VerdictBanner banner;
    private final Charts charts;
    private final ScenarioTable table;

    PricingPage(Surroundings surroundings, Words words, PricingViewModel model) {
        this.words = words;
        this.model = model;
        banner = new VerdictBanner(words);
        charts = new Charts(surroundings, words, model);
        table = new ScenarioTable(words);
    }

    Region build() {
        var top = new VBox(8, head(), banner);
        top.getStyleClass().add("pricing-top");
        charts.curve().setMinHeight(220);
        charts.curve().setPrefHeight(290);
        VBox.setVgrow(charts.curve(), Priority.ALWAYS);
        var content = new VBox(top, charts.curve(), lower(), table);
        content.getStyleClass().add("pricing-main");
        var scroll = Panel.scrolling(content);
        scroll.setFitToHeight(true);
        return scroll;
    }

    void show(Shown shown) {
        banner.show(shown);
        charts.show(shown);
        table.show(shown);
    }

    private Node head() {
        var heading =
                model.shown().map(shown -> PricingWorkspace.simulated(shown) ? "heading.scenario" : "heading.live");
        var undo = Buttons.with(Feather.CORNER_UP_LEFT, Buttons.normal(words.text("undo"), model::undo));
        undo.disableProperty().bind(model.undoable().not());
        var head = Labels.row(
                Labels.section(words.text(heading)), Labels.muted(words.text("assumption")), Labels.spring(), undo);
        head.getStyleClass().add("pricing-head");
        return head;
    }

    private Node lower() {
        var lower = new HBox(charts.waterfall(), charts.revenue());
        lower.getStyleClass().add("pricing-lower");
        for (var chart : lower.getChildren()) {
            HBox.setHgrow(chart, Priority.ALWAYS);
        }
        charts.waterfall().setPrefSize(410, 210);
        charts.revenue().setPrefSize(410, 210);
        charts.revenue().getStyleClass().add("pricing-right");
        var market = model.shown()
                .map(now ->
                        now.filter(shown -> shown.terms().market().isPresent()).isPresent());
        charts.revenue().visibleProperty().bind(market);
        charts.revenue().managedProperty().bind(market);
        return lower;
    }
}
