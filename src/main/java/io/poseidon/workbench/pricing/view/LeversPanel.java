package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Releases;
import io.poseidon.workbench.pricing.scenario.Scenario;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Segmented;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The side panel: multipliers that are constant along the curve, the menu's prices, how releases are treated.
final class LeversPanel {

    private static final double LEAST = 0.7;
    private static final double MOST = 1.3;
    private static final double HALF_STEP = 5e-4;

    private final Words words;
    private final PricingViewModel model;
    private final VBox menu = new VBox();

    LeversPanel(Words words, PricingViewModel model) {
        this.words = words;
        this.model = model;
    }

    Panel build() {
        var multipliers = Panel.block(
                Labels.bound(words.text("levers.multipliers"), "t11", "muted", "strong"),
                lever("levers.scarcity", Scenario::scarcity, model::setScarcity),
                lever("levers.quality", Scenario::quality, model::setQuality));
        var prices = Panel.block(Labels.bound(words.text("menu.title", currency()), "t11", "muted", "strong"), menu);
        model.shown().map(shown -> shown.map(Shown::terms)).subscribe(terms -> {
            menu.getChildren().clear();
            terms.ifPresent(now -> {
                for (int i = 0; i < now.size(); i++) {
                    menu.getChildren().add(new PriceField(words, model, i).build());
                }
            });
        });
        var panel = new Panel(words.text("levers.title"), multipliers, prices, releases());
        var reset = Buttons.link(words.text("levers.reset"), model::resetToLive);
        reset.setId("pricing-reset");
        reset.disableProperty()
                .bind(model.shown()
                        .map(shown -> shown.filter(Shown::isSimulated).isEmpty()));
        return panel.extras(reset);
    }

    private ObservableValue<String> currency() {
        return model.shown()
                .map(shown -> shown.map(now -> now.terms().currency()).orElse(""));
    }

    private Node lever(String key, Function<Scenario, Rational> read, DoubleConsumer write) {
        var slider = new Slider(LEAST, MOST, now(read));
        slider.setBlockIncrement(0.01);
        slider.setId(key.replace('.', '-'));
        slider.accessibleTextProperty().bind(words.text(key));
        slider.valueProperty().addListener((property, before, value) -> {
            if (Math.abs(value.doubleValue() - now(read)) > HALF_STEP) {
                write.accept(value.doubleValue());
            }
        });
        var figure = Labels.fixed("", "t12");
        model.shown().subscribe(shown -> {
            slider.setValue(now(read));
            figure.setText("× " + Formats.in(words.language()).number(now(read), 3));
        });
        return new VBox(2, Labels.row(Labels.small(words.text(key)), Labels.spring(), figure), slider);
    }

    private double now(Function<Scenario, Rational> read) {
        return model.shown()
                .get()
                .map(Shown::scenario)
                .map(read)
                .map(Rational::toDouble)
                .orElse(1.0);
    }

    private Node releases() {
        var choice = new Segmented<>(
                List.of(Releases.INDEPENDENT, Releases.NESTED),
                assumed(model.shown().get()).orElse(Releases.INDEPENDENT),
                releases -> words.text("releases." + releases.name().toLowerCase(Locale.ROOT)));
        choice.setMaxWidth(Region.USE_PREF_SIZE);
        choice.valueProperty().addListener((property, before, now) -> model.setReleases(now));
        model.shown().subscribe(shown -> assumed(shown).ifPresent(choice.valueProperty()::set));
        return Panel.block(
                Labels.bound(words.text("releases.title"), "t11", "muted", "strong"),
                Labels.row(choice),
                Labels.wrapping(Labels.caption(words.text("releases.text"))));
    }

    private static Optional<Releases> assumed(Optional<Shown> shown) {
        return shown.map(now -> now.scenario().releases());
    }
}
