package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.workspace.Regions;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where the regions stand: A on top, B, C, D over F, E beside each other, G below. Under 1200 the inspector lies over
/// the main area instead of beside it; under 860 the side panel stays away until it is asked for.
final class Frame extends StackPane {

    private static final double BESIDE = 1200;
    private static final double SIDE_BESIDE = 860;

    private final BooleanProperty sideOpen = new SimpleBooleanProperty(this, "sideOpen", true);
    private final BooleanProperty sideOverOpen = new SimpleBooleanProperty(this, "sideOverOpen");
    private final BooleanProperty inspectorOpen = new SimpleBooleanProperty(this, "inspectorOpen", true);
    private final BooleanProperty inspectorOverOpen = new SimpleBooleanProperty(this, "inspectorOverOpen");
    private final StackPane side = holder("side");
    private final StackPane main = holder("main");
    private final StackPane inspector = holder("inspector");
    private final HBox body;
    private final VBox middle;
    private final StackPane over;

    Frame(Node top, Node rail, Node dock, Node status) {
        middle = new VBox(main, dock);
        VBox.setVgrow(main, Priority.ALWAYS);
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        body = new HBox(rail, side, middle, inspector);
        over = new StackPane(body);
        over.setAlignment(Pos.CENTER_RIGHT);
        var rows = new VBox(top, over, status);
        VBox.setVgrow(over, Priority.ALWAYS);
        getChildren().add(rows);
        Stream.of(sideOpen, sideOverOpen, inspectorOpen, inspectorOverOpen)
                .forEach(open -> open.subscribe(this::arrange));
        widthProperty().subscribe(this::arrange);
    }

    BooleanProperty sideOpenProperty() {
        return sideOpen;
    }

    /// Of wide windows; what is remembered.
    BooleanProperty inspectorOpenProperty() {
        return inspectorOpen;
    }

    void toggleSide() {
        var which = getWidth() < SIDE_BESIDE ? sideOverOpen : sideOpen;
        which.set(!which.get());
    }

    void toggleInspector() {
        var which = isNarrow() ? inspectorOverOpen : inspectorOpen;
        which.set(!which.get());
    }

    void show(Regions regions) {
        put(side, regions.side().orElse(null));
        put(main, regions.main());
        put(inspector, regions.inspector().orElse(null));
        inspectorOverOpen.set(false);
        sideOverOpen.set(false);
        arrange();
    }

    /// The regions F6 goes through, those that are shown.
    List<Region> stops() {
        return Stream.of(side, main, inspector)
                .filter(Node::isVisible)
                .map(Region.class::cast)
                .toList();
    }

    private boolean isNarrow() {
        return getWidth() < BESIDE;
    }

    private void arrange() {
        boolean narrow = isNarrow();
        var home = narrow ? over : body;
        if (inspector.getParent() != home) {
            over.getChildren().remove(inspector);
            body.getChildren().remove(inspector);
            home.getChildren().add(inspector);
        }
        visible(inspector, !inspector.getChildren().isEmpty() && (narrow ? inspectorOverOpen : inspectorOpen).get());
        visible(side, !side.getChildren().isEmpty() && (getWidth() < SIDE_BESIDE ? sideOverOpen : sideOpen).get());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static void put(StackPane holder, @Nullable Node node) {
        if (node == null) {
            holder.getChildren().clear();
        } else {
            holder.getChildren().setAll(node);
        }
    }

    private static StackPane holder(String name) {
        var holder = new StackPane();
        holder.getStyleClass().add("region-" + name);
        return holder;
    }
}
