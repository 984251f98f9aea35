package io.poseidon.workbench.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.RichTextArea;

/// Goes through a scene with the Tab key, from the first control until one comes round again, and tells what a person
/// without a mouse would miss. On the toolkit's thread, after a layout.
public final class TabWalk {

    private static final int PATIENCE = 1_000;

    private final Scene scene;
    private final List<Node> visited;

    private TabWalk(Scene scene, List<Node> visited) {
        this.scene = scene;
        this.visited = visited;
    }

    public static TabWalk through(Scene scene) {
        scene.getRoot().requestFocus();
        var visited = new LinkedHashSet<Node>();
        for (int step = 0; step < PATIENCE; step++) {
            forward(scene);
            if (!visited.add(scene.getFocusOwner())) {
                break;
            }
        }
        visited.removeIf(node -> node == scene.getRoot() || node.getScene() == null || !isShown(node));
        return new TabWalk(scene, List.copyOf(visited));
    }

    public List<Node> visited() {
        return visited;
    }

    /// Where Tab does not lead on: the last node before one came round that is not the first.
    public List<String> traps() {
        var here = visited.stream()
                .filter(node -> node.getScene() != null && isShown(node))
                .toList();
        var last = here.getLast();
        last.requestFocus();
        forward(scene);
        var next = scene.getFocusOwner();
        return next == last || next != scene.getRoot() && here.indexOf(next) > 0
                ? List.of(name(last) + " leads to " + name(next))
                : List.of();
    }

    /// What keeps Tab for itself, and does not tell a screen reader that Ctrl+Tab leads out.
    public List<String> silentKeepers() {
        return visited.stream()
                .filter(TabWalk::keepsTab)
                .filter(node -> !String.valueOf(node.getAccessibleHelp()).contains("Ctrl+Tab"))
                .map(TabWalk::name)
                .toList();
    }

    /// What takes the focus, or reacts to a click, and was not met.
    public List<String> unreached() {
        var missed = new ArrayList<Node>();
        var met = Set.copyOf(visited);
        collect(scene.getRoot(), met, missed);
        return missed.stream()
                .filter(node -> !isBesideVisited(node, met))
                .map(TabWalk::name)
                .toList();
    }

    /// Steps that lead up to the left of where they begin, inside one of `regions`.
    public List<String> backwards(List<? extends Node> regions) {
        var steps = new ArrayList<String>();
        for (int i = 1; i < visited.size(); i++) {
            var from = visited.get(i - 1);
            var to = visited.get(i);
            if (region(from, regions) == region(to, regions) && goesBack(place(from), place(to))) {
                steps.add(name(from) + " to " + name(to));
            }
        }
        return steps;
    }

    /// The regions in the order they are come to, each once for every time.
    public List<Integer> order(List<? extends Node> regions) {
        var order = new ArrayList<Integer>();
        for (var node : visited) {
            int region = region(node, regions);
            if (order.isEmpty() || order.getLast() != region) {
                order.add(region);
            }
        }
        return order;
    }

    /// Buttons with nothing but an icon that no tooltip explains.
    public List<String> unexplained() {
        return visited.stream()
                .filter(node -> node instanceof ButtonBase button
                        && button.getText().isBlank()
                        && button.getGraphic() != null
                        && !node.getStyleClass().contains("command-field")
                        && button.getTooltip() == null)
                .map(TabWalk::name)
                .toList();
    }

    private static boolean goesBack(Bounds from, Bounds to) {
        boolean up = to.getMaxY() <= from.getMinY() + 1;
        boolean back = to.getMaxX() <= from.getMinX() + 1;
        boolean sameLine = to.getMinY() < from.getMaxY() - 1 && from.getMinY() < to.getMaxY() - 1;
        return up && to.getMinX() < from.getMaxX() || sameLine && back;
    }

    private static void collect(Node node, Set<Node> visited, List<Node> missed) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean wanted = node.isFocusTraversable() || isControl(node) || isClicked(node, visited);
        if (wanted && !visited.contains(node)) {
            missed.add(node);
        }
        if (node instanceof Parent parent && !isWhole(node)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, visited, missed));
        }
    }

    /// Tab comes to the chosen one of a group; an arrow key leads to the others.
    private static boolean isBesideVisited(Node node, Set<Node> visited) {
        if (!(node instanceof ToggleButton toggle) || toggle.getToggleGroup() == null) {
            return false;
        }
        var group = toggle.getToggleGroup().getToggles();
        return group.stream()
                .filter(visited::contains)
                .map(ToggleButton.class::cast)
                .anyMatch(met -> leadsTo(met, toggle, group.size(), KeyCode.RIGHT)
                        || leadsTo(met, toggle, group.size(), KeyCode.LEFT));
    }

    private static boolean leadsTo(Node from, Node to, int steps, KeyCode arrow) {
        var scene = from.getScene();
        from.requestFocus();
        for (int step = 0; step < steps && scene.getFocusOwner() != to; step++) {
            press(scene, arrow, false);
        }
        boolean met = scene.getFocusOwner() == to;
        from.requestFocus();
        return met;
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    /// What is inside is moved by the keys of the whole.
    private static boolean isWhole(Node node) {
        return node.getAccessibleRole() == AccessibleRole.TAB_ITEM // Delete closes it
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof Slider;
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof Slider;
    }

    private static boolean isClicked(Node node, Set<Node> visited) {
        if (node.getOnMouseClicked() == null) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (visited.contains(at)) {
                return false;
            }
        }
        return true;
    }

    private static int region(Node node, List<? extends Node> regions) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (regions.contains(at)) {
                return regions.indexOf(at);
            }
        }
        return -1;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// By Tab, or by Ctrl+Tab out of what keeps it.
    private static void forward(Scene scene) {
        press(scene, KeyCode.TAB, keepsTab(scene.getFocusOwner()));
    }

    /// A text of several lines takes Tab as a letter.
    private static boolean keepsTab(Node node) {
        return node instanceof TextArea || node instanceof RichTextArea;
    }

    private static void press(Scene scene, KeyCode key, boolean control) {
        var owner = scene.getFocusOwner();
        Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private static String name(Node node) {
        var text = node instanceof Labeled labeled && !labeled.getText().isBlank()
                ? labeled.getText()
                : String.valueOf(node.getAccessibleText());
        var kind = node instanceof Control ? node.getClass().getSimpleName() : "node";
        var at = place(node);
        return "%s '%s' %s at %.0f,%.0f".formatted(kind, text, node.getStyleClass(), at.getMinX(), at.getMinY());
    }
}
