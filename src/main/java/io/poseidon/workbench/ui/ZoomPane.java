package io.poseidon.workbench.ui;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Lays its one child out as if the window were smaller by the zoom, and draws it larger by as much.
final class ZoomPane extends Region {

    private final Node content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ZoomPane(Node content, ObservableDoubleValue zoom) {
        this.content = content;
        scale.xProperty().bind(zoom);
        scale.yProperty().bind(zoom);
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.subscribe(this::requestLayout);
        getStyleClass().add("ground");
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, Math.ceil(getWidth() / scale.getX()), Math.ceil(getHeight() / scale.getY()));
    }
}
