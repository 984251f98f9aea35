package io.poseidon.workbench.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// The words and icons that a scene shows now, each with its contrast to what is painted under it. What is disabled,
/// invisible or empty is left out. On the toolkit's thread, after a layout.
public record Seen(String what, double ratio, double enough) {

    private static final double LARGE = 24;

    /// Parts of controls that are known by their edge.
    private static final Set<String> EDGED = Set.of("thumb", "box", "radio");

    public static List<Seen> in(Scene scene) {
        var found = new ArrayList<Seen>();
        collect(scene.getRoot(), found);
        return found;
    }

    public boolean faint() {
        return ratio < enough - 0.005;
    }

    @Override
    public String toString() {
        return "%s %.2f".formatted(what, ratio);
    }

    private static void collect(Node node, List<Seen> found) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            measure(text).ifPresent(found::add);
        }
        if (node instanceof Region region && node.getStyleClass().stream().anyMatch(EDGED::contains)) {
            measureEdge(region).ifPresent(found::add);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static Optional<Seen> measure(Text text) {
        if (!(text.getFill() instanceof Color fill) || fill.getOpacity() == 0) {
            return Optional.empty();
        }
        boolean icon = text instanceof FontIcon;
        double enough = icon || text.getFont().getSize() >= LARGE ? Contrast.MARKS : Contrast.TEXT;
        var middle = text.localToScene(text.getBoundsInLocal());
        var ground = ground(text.getParent(), middle);
        double ratio = Contrast.ratio(fill.deriveColor(0, 1, 1, opacity(text)), ground);
        return Optional.of(new Seen((icon ? "icon" : "\"" + text.getText() + "\"") + place(text), ratio, enough));
    }

    /// The layer below all others is what shows round a control.
    private static Optional<Seen> measureEdge(Region region) {
        if (region.getBackground() == null
                || !(region.getBackground().getFills().getFirst().getFill() instanceof Color edge)) {
            return Optional.empty();
        }
        var ground = ground(region.getParent(), region.localToScene(region.getLayoutBounds()));
        double ratio = Contrast.ratio(edge.deriveColor(0, 1, 1, opacity(region)), ground);
        return Optional.of(new Seen("edge" + place(region), ratio, Contrast.MARKS));
    }

    private static double opacity(Node node) {
        return node == null ? 1 : node.getOpacity() * opacity(node.getParent());
    }

    /// From the nearest that paints upwards; half transparent layers let through what is under them.
    private static Color ground(Node node, Bounds seen) {
        if (node == null) {
            return Color.WHITE;
        }
        var under = new ArrayList<Color>();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                for (var fill : region.getBackground().getFills().reversed()) {
                    if (fill.getFill() instanceof Color color && covers(region, fill, seen)) {
                        under.add(color);
                        if (color.isOpaque()) {
                            return mixed(under);
                        }
                    }
                }
            }
        }
        return mixed(under);
    }

    private static Color mixed(List<Color> topFirst) {
        var ground = Color.WHITE;
        for (var layer : topFirst.reversed()) {
            ground = Contrast.over(layer, ground);
        }
        return ground;
    }

    private static boolean covers(Region region, BackgroundFill fill, Bounds seen) {
        var insets = fill.getInsets();
        var painted = region.localToScene(new BoundingBox(
                insets.getLeft(),
                insets.getTop(),
                Math.max(0, region.getWidth() - insets.getLeft() - insets.getRight()),
                Math.max(0, region.getHeight() - insets.getTop() - insets.getBottom())));
        return painted.contains(seen.getCenterX(), seen.getCenterY());
    }

    private static String place(Node node) {
        var place = new StringBuilder();
        for (Node at = node; at != null && place.length() < 120; at = at.getParent()) {
            if (!at.getStyleClass().isEmpty()) {
                place.append(" < ").append(String.join(".", at.getStyleClass()));
            }
        }
        return place.toString();
    }
}
