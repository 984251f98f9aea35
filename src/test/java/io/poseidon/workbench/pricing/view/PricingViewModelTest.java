package io.poseidon.workbench.pricing.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Releases;
import io.poseidon.workbench.pricing.scenario.SampleTerms;
import io.poseidon.workbench.pricing.scenario.Terms;
import io.poseidon.workbench.pricing.scenario.Waterfall;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Without the toolkit.
final class PricingViewModelTest {

    private final SimpleObjectProperty<Optional<Terms>> terms =
            new SimpleObjectProperty<>(Optional.of(SampleTerms.withMarket()));
    private final PricingViewModel model = new PricingViewModel(terms);

    @Test
    void startsWithTheLiveMenuAsItIs() {
        var shown = shown();
        assertFalse(shown.isSimulated());
        assertTrue(shown.assessment().isFree());
        assertTrue(shown.assessment().relaxed().holds());
        assertEquals(
                List.of(Shown.Prices.LIVE),
                shown.rows().stream().map(Shown.Row::which).toList());
        assertFalse(model.undoable().get());
    }

    @Test
    void aPriceSetByHandCanMakeAnArbitrageAndRepairMendsIt() {
        assertTrue(model.setPrice(2, " 5,900,000 "));
        var list = shown().assessment().shoppingList().orElseThrow();
        assertEquals(Rational.of(400_000), list.saving());
        assertEquals(5, list.cover().count());
        assertTrue(shown().isSimulated());
        model.repairExactly();
        assertTrue(shown().assessment().isFree());
        assertEquals(Rational.of(5_500_000), shown().assessment().prices().get(2));
        model.undo();
        assertFalse(shown().assessment().isFree());
        model.undo();
        assertFalse(shown().isSimulated());
        assertFalse(model.undoable().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "1e6", "abc", "₩", "9999999999999999"})
    void refusesWhatIsNoWholeAmountAndChangesNothing(String typed) {
        var before = shown();
        assertFalse(model.setPrice(0, typed));
        assertEquals(before, shown());
    }

    @Test
    void multipliersKeepAFreeMenuFree() {
        for (double multiplier = 0.7; multiplier <= 1.3; multiplier += 0.05) {
            model.setScarcity(multiplier);
            model.setQuality(2 - multiplier);
            assertTrue(shown().assessment().isFree());
            assertTrue(shown().assessment().relaxed().holds());
        }
    }

    @Test
    void oneDragOfASliderIsOneStepOfUndo() {
        model.setScarcity(1.1);
        model.setScarcity(1.2);
        model.setScarcity(1.25);
        model.undo();
        assertFalse(shown().isSimulated());
        assertFalse(model.undoable().get());
    }

    @Test
    void stepsOfTheWaterfallAddUpExactly() {
        model.setScarcity(1.037);
        model.setQuality(0.913);
        model.setPrice(2, "4123457");
        var steps = shown().waterfall().steps();
        var sum = steps.stream()
                .filter(step -> step.cause() != Waterfall.Cause.ASKED)
                .map(Waterfall.Step::change)
                .reduce(Rational.ZERO, Rational::plus);
        assertEquals(Rational.of(4_123_457), sum);
        assertEquals(sum, steps.getLast().to());
    }

    @Test
    void nestedReleasesForgiveAConvexMenu() {
        model.setPrice(2, "9000000");
        assertFalse(shown().assessment().isFree());
        model.setReleases(Releases.NESTED);
        assertTrue(shown().assessment().isFree());
        assertTrue(shown().isNested());
        model.setPrice(2, "500000");
        assertFalse(shown().assessment().isFree());
        model.resetToLive();
        assertTrue(shown().isNested() && !shown().isSimulated());
    }

    @Test
    void guardRailsNameTheVersionThatLeavesThem() {
        model.setPrice(2, "5900000");
        var rails = shown().rails();
        assertTrue(rails.get(0).kept());
        assertFalse(rails.get(1).kept());
        assertFalse(rails.get(2).kept());
        assertEquals(2, rails.get(1).version());
        assertEquals(Rational.of(20, 39), rails.get(2).value());
    }

    @Test
    void comparesRevenueOverTheSameDrawsOnlyWhereBuyersWereSurveyed() {
        model.setPrice(2, "5900000");
        var rows = shown().rows();
        assertEquals(4, rows.size());
        assertTrue(rows.stream().allMatch(row -> row.revenue().isPresent()));
        assertEquals(
                rows.get(2).revenue().orElseThrow(),
                SampleTerms.withMarket()
                        .market()
                        .orElseThrow()
                        .revenue(rows.get(2).prices()));
        terms.set(Optional.of(SampleTerms.withoutMarket()));
        assertFalse(shown().isSimulated());
        assertTrue(shown().rows().stream()
                .allMatch(row -> row.revenue().isEmpty() && row.affordability().isEmpty()));
    }

    @Test
    void readsErrorFromTheVersionBought() {
        var sample = SampleTerms.withMarket();
        double gold = sample.halfWidth(2).orElseThrow();
        assertEquals(1.96 * 12_000_000, gold, 1e-6);
        assertEquals(5 * gold, sample.halfWidth(0).orElseThrow(), 1e-6);
        assertEquals(Rational.of(25), sample.precision(2));
    }

    @Test
    void theCurveMeetsTheMenuAndTheCoverNeverExceedsAVersionsPrice() {
        model.setPrice(2, "5900000");
        var last = shown().curve().points().getLast();
        assertEquals(25, last.precision(), 1e-12);
        assertEquals(5_900_000, last.asked(), 1e-6);
        assertEquals(5_500_000, last.cover(), 1e-6);
        assertTrue(last.overcharged());
    }

    @Test
    void showsNothingWithoutAPurchase() {
        terms.set(Optional.empty());
        assertTrue(model.shown().get().isEmpty());
        model.setScarcity(1.2);
        model.undo();
        model.repairRelaxed();
        assertTrue(model.shown().get().isEmpty());
    }

    private Shown shown() {
        return model.shown().get().orElseThrow();
    }
}
