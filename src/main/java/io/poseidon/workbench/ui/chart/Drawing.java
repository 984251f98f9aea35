package io.poseidon.workbench.ui.chart;

import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.chart.pen.CanvasPen;
import io.poseidon.workbench.ui.chart.pen.Pen;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A canvas that fills its place, has as many pixels as the zoom asks for, and is painted anew when size, zoom or theme
/// change. Extend it for what is not a chart: a sparkline, a map of shards.
public abstract class Drawing extends Region {

    private final Theme theme;
    private final Canvas canvas = new Canvas();
    private final Scale back = new Scale(1, 1, 0, 0);

    protected Drawing(Theme theme) {
        this.theme = theme;
        canvas.getTransforms().add(back);
        canvas.setManaged(false);
        getChildren().add(canvas);
        theme.tokens().subscribe(this::repaint);
        theme.zoomProperty().subscribe(this::repaint);
    }

    /// Draws everything anew; the ground is transparent.
    protected abstract void paint(Pen pen, double width, double height);

    protected final Theme theme() {
        return theme;
    }

    /// Onto whole pixels of the window: between them everything drawn would blur.
    private void snap(double zoom) {
        var corner = localToScene(0, 0);
        canvas.setTranslateX((Math.rint(corner.getX()) - corner.getX()) / zoom);
        canvas.setTranslateY((Math.rint(corner.getY()) - corner.getY()) / zoom);
    }

    /// At the next pulse.
    public final void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double zoom = theme.zoomProperty().get();
        double width = Math.floor(getWidth() * zoom);
        double height = Math.floor(getHeight() * zoom);
        canvas.setWidth(width);
        canvas.setHeight(height);
        back.setX(1 / zoom);
        back.setY(1 / zoom);
        snap(zoom);
        var context = canvas.getGraphicsContext2D();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, width, height);
        if (width > 0 && height > 0) {
            paint(new CanvasPen(context, zoom), getWidth(), getHeight());
        }
    }
}
