package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.pricing.scenario.Market;
import io.poseidon.workbench.pricing.scenario.Waterfall;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.Chart;
import io.poseidon.workbench.ui.chart.plot.DotPlot;
import io.poseidon.workbench.ui.part.ModeBadge;
import io.poseidon.workbench.ui.part.Segmented;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The three charts of the screen, and what is written under them.
final class Charts {

    private static final double SMALLEST = 0.01;

    private final Words words;
    private final PricingViewModel model;
    private final StringProperty unit = new SimpleStringProperty("");
    private final StringProperty waterfallTitle = new SimpleStringProperty("");
    private final StringProperty revenueFoot = new SimpleStringProperty("");
    private final Chart curve;
    private final Chart waterfall;
    private final Chart revenue;

    Charts(Surroundings surroundings, Words words, PricingViewModel model) {
        this.words = words;
        this.model = model;
        curve = new Chart(surroundings, words.text("curve.title"), unit, foot());
        waterfall = new Chart(surroundings, waterfallTitle, unit, words.text("waterfall.foot"));
        revenue = new Chart(surroundings, words.text("revenue.title"), unit, revenueFoot);
        var simulated = ModeBadge.simulated(surroundings.words());
        simulated
                .visibleProperty()
                .bind(model.shown().map(now -> now.filter(Shown::isSimulated).isPresent()));
        curve.extras(simulated, readings());
    }

    Chart curve() {
        return curve;
    }

    Chart waterfall() {
        return waterfall;
    }

    Chart revenue() {
        return revenue;
    }

    void show(Shown shown) {
        unit.set(words.now("unit", shown.terms().currency()));
        curve.show(curvePlot(shown));
        waterfallTitle.set(words.now(
                "waterfall.title", shown.terms().version(shown.terms().bought()).name()));
        waterfall.show(waterfallPlot(shown.waterfall()));
        shown.terms().market().ifPresent(market -> showRevenue(shown, market));
    }

    private ObservableValue<String> foot() {
        return words.text(model.shown()
                .map(shown -> shown.filter(Shown::isNested).isPresent() ? "curve.foot-nested" : "curve.foot"));
    }

    private Segmented<PricingViewModel.Reading> readings() {
        var choice = new Segmented<>(
                List.of(PricingViewModel.Reading.values()),
                PricingViewModel.Reading.PRECISION,
                reading -> words.text("reading." + reading.name().toLowerCase(Locale.ROOT)));
        choice.valueProperty().bindBidirectional(model.readingProperty());
        return choice;
    }

    private CurvePlot curvePlot(Shown shown) {
        var prices = new PriceWords(words, shown.terms());
        var reading = model.readingProperty().get();
        var stops = new ArrayList<CurvePlot.Stop>();
        double highest = 0;
        for (int i = 0; i < shown.terms().size(); i++) {
            double asked = Amounts.inMillions(shown.assessment().prices().get(i));
            double live = Amounts.inMillions(shown.terms().livePrices().get(i));
            highest = Math.max(highest, Math.max(asked, live));
            stops.add(new CurvePlot.Stop(
                    shown.terms().version(i).name(),
                    shown.terms().precision(i).toDouble(),
                    asked,
                    live,
                    i == shown.terms().bought(),
                    prices.reading(i, reading),
                    prices.reading(i, under(reading))));
        }
        return new CurvePlot(stops, shown.curve(), plotWords(reading), Math.max(highest, SMALLEST) * 1.06);
    }

    /// The second line: error, or precision where the first line is the error.
    private static PricingViewModel.Reading under(PricingViewModel.Reading reading) {
        return reading == PricingViewModel.Reading.CELL
                ? PricingViewModel.Reading.PRECISION
                : PricingViewModel.Reading.CELL;
    }

    private CurvePlot.Words plotWords(PricingViewModel.Reading reading) {
        return new CurvePlot.Words(
                words.now("curve.bought"),
                words.now("curve.cover"),
                words.now("curve.live"),
                words.now("axis." + reading.name().toLowerCase(Locale.ROOT)),
                words.now("axis." + under(reading).name().toLowerCase(Locale.ROOT)));
    }

    private WaterfallPlot waterfallPlot(Waterfall steps) {
        return new WaterfallPlot(steps.steps().stream()
                .map(step -> new WaterfallPlot.Bar(
                        words.now("waterfall." + step.cause().name().toLowerCase(Locale.ROOT)),
                        Amounts.inMillions(step.from()),
                        Amounts.inMillions(step.to()),
                        step.isTotal()))
                .toList());
    }

    private void showRevenue(Shown shown, Market market) {
        var formats = Formats.in(words.language());
        revenueFoot.set(words.now(
                "revenue.foot",
                formats.whole(Market.DRAWS),
                String.valueOf(Market.SEED),
                formats.whole(market.respondents()),
                market.source()));
        var dots = new ArrayList<DotPlot.Dot>();
        for (var row : shown.rows()) {
            row.revenue()
                    .ifPresent(band -> dots.add(new DotPlot.Dot(
                            words.now("row." + row.which().name().toLowerCase(Locale.ROOT)),
                            band.p50() / 1e6,
                            band.p5() / 1e6,
                            band.p95() / 1e6,
                            row.which() != Shown.Prices.LIVE)));
        }
        revenue.show(DotPlot.of(dots));
    }
}
