package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Releases;
import io.poseidon.workbench.pricing.scenario.Scenario;
import io.poseidon.workbench.pricing.scenario.Terms;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The menu of the open purchase and what a person makes of it. Nothing here changes a live price. Without an open
/// purchase there is nothing shown; where a verdict is out of reach, a problem is. One thread.
public final class PricingViewModel {

    /// What the axis of the curve is labelled with; it is one axis.
    public enum Reading {
        PRECISION,
        RHO,
        CELL,
        EPSILON
    }

    private static final int MOST_DIGITS = 15;
    private static final int MOST_UNDO = 200;

    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Reading> reading = new SimpleObjectProperty<>(Reading.PRECISION);
    private final Deque<Scenario> history = new ArrayDeque<>();
    private String gesture = "";

    /// Starts afresh whenever other terms come.
    public PricingViewModel(ObservableValue<Optional<Terms>> terms) {
        terms.subscribe(this::open);
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ObjectProperty<Reading> readingProperty() {
        return reading;
    }

    /// Sets a price from what was typed: digits, grouped or not. False, and nothing changes, for anything else.
    public boolean setPrice(int version, String typed) {
        var digits = typed.strip().replaceAll("[,\\s₩]", "");
        if (!digits.matches("\\d{1," + MOST_DIGITS + "}")) {
            return false;
        }
        var price = Rational.of(Long.parseLong(digits));
        current().ifPresent(now -> {
            if (!now.assessment().prices().get(version).equals(price)) {
                change("price", now.terms(), now.scenario().withPrice(version, price));
            }
        });
        return true;
    }

    /// Multipliers go in steps of a thousandth.
    public void setScarcity(double multiplier) {
        current()
                .ifPresent(
                        now -> change("scarcity", now.terms(), now.scenario().withScarcity(thousandths(multiplier))));
    }

    public void setQuality(double multiplier) {
        current().ifPresent(now -> change("quality", now.terms(), now.scenario().withQuality(thousandths(multiplier))));
    }

    public void setReleases(Releases releases) {
        current()
                .ifPresent(now -> change("releases", now.terms(), now.scenario().withReleases(releases)));
    }

    public void repairExactly() {
        current()
                .ifPresent(now -> change(
                        "repair",
                        now.terms(),
                        now.scenario().withPrices(now.assessment().repaired().exact())));
    }

    public void repairRelaxed() {
        current()
                .ifPresent(now -> change(
                        "repair",
                        now.terms(),
                        now.scenario().withPrices(now.assessment().repaired().relaxed())));
    }

    public void resetToLive() {
        current()
                .ifPresent(now -> change(
                        "reset",
                        now.terms(),
                        Scenario.live(now.terms()).withReleases(now.scenario().releases())));
    }

    public void undo() {
        current().ifPresent(now -> {
            if (!history.isEmpty()) {
                gesture = "";
                show(now.terms(), history.pop());
            }
        });
    }

    private void open(Optional<Terms> terms) {
        history.clear();
        gesture = "";
        undoable.set(false);
        problem.set(Optional.empty());
        if (terms.isEmpty()) {
            shown.set(Optional.empty());
        } else {
            show(terms.get(), Scenario.live(terms.get()));
        }
    }

    private Optional<Shown> current() {
        return shown.get();
    }

    /// A drag of one slider is one step of undo.
    private void change(String kind, Terms terms, Scenario next) {
        current().map(Shown::scenario).filter(before -> !before.equals(next)).ifPresent(before -> {
            boolean sameDrag = kind.equals(gesture) && (kind.equals("scarcity") || kind.equals("quality"));
            if (!sameDrag) {
                history.push(before);
                if (history.size() > MOST_UNDO) {
                    history.removeLast();
                }
            }
            gesture = kind;
            show(terms, next);
        });
    }

    private void show(Terms terms, Scenario scenario) {
        try {
            shown.set(Optional.of(Shown.of(terms, scenario)));
            problem.set(Optional.empty());
        } catch (Problem outOfReach) {
            problem.set(Optional.of(outOfReach));
        }
        undoable.set(!history.isEmpty());
    }

    private static Rational thousandths(double multiplier) {
        return Rational.of(Math.round(multiplier * 1000), 1000);
    }
}
