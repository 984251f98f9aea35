package io.poseidon.workbench.ui.chart;

import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The plot on its canvas, with the crosshair that arrow keys and the mouse move.
final class PlotDrawing extends Drawing {

    private static final int NOWHERE = -1;

    private final Words words;
    private final ObservableValue<String> name;
    private @Nullable Plot plot;
    private @Nullable BiConsumer<Integer, Integer> onBrush;
    private List<Reading> readings = List.of();
    private int crosshair = NOWHERE;
    private double pressedAt;

    PlotDrawing(Surroundings surroundings, ObservableValue<String> name) {
        super(surroundings.theme());
        words = surroundings.words();
        this.name = name;
        setMinSize(0, 40);
        setPrefSize(280, 200);
        getStyleClass().add("plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(name);
        setOnKeyPressed(this::pressed);
        setOnMouseMoved(event -> pointAt(nearest(event.getX(), event.getY())));
        setOnMouseExited(event -> pointAt(NOWHERE));
        setOnMousePressed(event -> pressedAt = event.getX());
        setOnMouseReleased(this::released);
        focusedProperty().subscribe(this::repaint);
        words.languageProperty().subscribe(this::repaint);
    }

    void show(Plot next) {
        plot = next;
        crosshair = NOWHERE;
        repaint();
    }

    void onBrush(BiConsumer<Integer, Integer> action) {
        onBrush = action;
    }

    Optional<Plot> plot() {
        return Optional.ofNullable(plot);
    }

    @Override
    protected void paint(Pen pen, double width, double height) {
        if (plot == null) {
            return;
        }
        var sheet = new Sheet(pen, theme().tokens().get(), words.formats().get(), width, height);
        plot.draw(sheet);
        readings = plot.readings(sheet);
        if (crosshair >= 0 && crosshair < readings.size()) {
            drawCrosshair(sheet, readings.get(crosshair));
        }
    }

    private void drawCrosshair(Sheet sheet, Reading reading) {
        var words = Lettering.small(sheet.color(Token.TEXT));
        double width = words.width(reading.words()) + 12;
        double x = Math.clamp(reading.x() - width / 2, 0, Math.max(0, sheet.width() - width));
        double y = reading.y() > 30 ? reading.y() - 30 : reading.y() + 10;
        sheet.pen().line(reading.x(), 0, reading.x(), sheet.height() - 20, Stroke.hairline(sheet.color(Token.ACCENT)));
        sheet.pen().box(x, y, width, 20, sheet.color(Token.BG));
        sheet.pen().frame(x, y, width, 20, Stroke.hairline(sheet.color(Token.BORDER)));
        sheet.pen().words(reading.words(), x + 6, y + 14, words);
    }

    private void pressed(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0 && !readings.isEmpty()) {
            pointAt(Math.clamp(crosshair + step, 0, readings.size() - 1));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && crosshair != NOWHERE) {
            pointAt(NOWHERE);
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (onBrush != null && !readings.isEmpty()) {
            int from = nearest(Math.min(pressedAt, event.getX()), event.getY());
            int to = nearest(Math.max(pressedAt, event.getX()), event.getY());
            onBrush.accept(from, to);
        }
    }

    private void pointAt(int reading) {
        if (crosshair == reading) {
            return;
        }
        crosshair = reading;
        accessibleTextProperty().unbind();
        setAccessibleText(
                reading == NOWHERE ? name.getValue() : readings.get(reading).words());
        repaint();
    }

    private int nearest(double x, double y) {
        int nearest = NOWHERE;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < readings.size(); i++) {
            double far = Math.hypot(readings.get(i).x() - x, (readings.get(i).y() - y) / 4);
            if (far < least) {
                least = far;
                nearest = i;
            }
        }
        return nearest;
    }
}
