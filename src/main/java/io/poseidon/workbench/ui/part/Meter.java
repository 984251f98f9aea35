package io.poseidon.workbench.ui.part;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A bar of 4 that fills from 0 to 1. Violet ([Tone#PRIVACY]) is for privacy alone. Give it a width or let it grow.
public final class Meter extends Region {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction");
    private final Region fill = new Region();

    public Meter(Tone tone, ObservableValue<String> name) {
        getStyleClass().add("meter");
        fill.getStyleClass().addAll("meter-fill", tone.css());
        getChildren().add(fill);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        accessibleTextProperty().bind(name);
        fraction.subscribe(this::requestLayout);
    }

    public Meter at(double value) {
        fraction.set(value);
        return this;
    }

    public Meter wide(double width) {
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        return this;
    }

    @Override
    protected void layoutChildren() {
        double filled = snapSizeX(getWidth() * Math.clamp(fraction.get(), 0, 1));
        fill.pseudoClassStateChanged(EMPTY, filled == 0);
        fill.resizeRelocate(0, 0, filled, getHeight());
    }
}
