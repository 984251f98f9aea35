package io.poseidon.workbench.ui.part;

import io.poseidon.workbench.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// Buttons of the kit. One primary at most in a view; what pays or destroys is never primary and never the default.
public final class Buttons {

    private Buttons() {}

    /// 28 high, filled with the accent.
    public static Button primary(ObservableValue<String> text, Runnable action) {
        return button(text, action, "primary");
    }

    /// 28 high.
    public static Button normal(ObservableValue<String> text, Runnable action) {
        return button(text, action);
    }

    /// 24 high, for panels and tables.
    public static Button small(ObservableValue<String> text, Runnable action) {
        return button(text, action, "small");
    }

    /// 24 high, words in the accent colour, no border.
    public static Button link(ObservableValue<String> text, Runnable action) {
        return button(text, action, "small", "quiet", "accented");
    }

    /// 24 high, no border.
    public static Button quiet(ObservableValue<String> text, Runnable action) {
        return button(text, action, "small", "quiet");
    }

    /// A square of 28 with an icon; `name` is read out and shown as the tooltip.
    public static Button icon(Ikon icon, ObservableValue<String> name, Runnable action) {
        var button = new Button();
        button.setGraphic(Icons.of(icon, 16));
        button.setOnAction(event -> action.run());
        return nameless(button, name);
    }

    /// A square of 24 for panel headers.
    public static Button smallIcon(Ikon icon, ObservableValue<String> name, Runnable action) {
        var button = icon(icon, name, action);
        button.setGraphic(Icons.of(icon, 14));
        button.getStyleClass().add("small");
        return button;
    }

    /// As [#icon], stays pressed.
    public static ToggleButton toggle(Ikon icon, ObservableValue<String> name) {
        var button = new ToggleButton();
        button.setGraphic(Icons.of(icon, 16));
        button.accessibleTextProperty().bind(name);
        button.getStyleClass().add("icon-button");
        button.setTooltip(tooltip(name));
        return button;
    }

    /// Puts an icon before the words.
    public static Button with(Ikon icon, Button button) {
        button.setGraphic(Icons.of(icon, 14));
        button.setGraphicTextGap(8);
        return button;
    }

    /// Puts a key cap behind the words: `Ctrl O`. An icon before them stays.
    public static Button withKey(String key, Button button) {
        if (button.getGraphic() == null) {
            button.setGraphic(new KeyCap(key));
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setGraphicTextGap(8);
            return button;
        }
        var words = new Label();
        words.textProperty().bind(button.textProperty());
        words.textFillProperty().bind(button.textFillProperty());
        words.fontProperty().bind(button.fontProperty());
        button.setGraphic(Labels.row(button.getGraphic(), words, new KeyCap(key)));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    public static Tooltip tooltip(ObservableValue<String> text) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        return tooltip;
    }

    private static Button button(ObservableValue<String> text, Runnable action, String... classes) {
        var button = new Button();
        button.textProperty().bind(text);
        button.setOnAction(event -> action.run());
        button.getStyleClass().addAll(classes);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Button nameless(Button button, ObservableValue<String> name) {
        button.accessibleTextProperty().bind(name);
        button.setTooltip(tooltip(name));
        button.getStyleClass().add("icon-button");
        return button;
    }
}
