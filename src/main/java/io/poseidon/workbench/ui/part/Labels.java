package io.poseidon.workbench.ui.part;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Texts in the sizes of the type scale. More classes can be added to a label: `strong`, `muted`, `ok`, `warn`, `bad`,
/// `priv`, `accent`, `mono`.
public final class Labels {

    private Labels() {}

    /// 13, the size of everything that is not said otherwise.
    public static Label body(ObservableValue<String> text) {
        return bound(text, "t13");
    }

    public static Label body(String text) {
        return fixed(text, "t13");
    }

    /// 13, weight 600.
    public static Label strong(ObservableValue<String> text) {
        return bound(text, "t13", "strong");
    }

    public static Label strong(String text) {
        return fixed(text, "t13", "strong");
    }

    /// 12, for tables and side texts.
    public static Label small(ObservableValue<String> text) {
        return bound(text, "t12");
    }

    public static Label small(String text) {
        return fixed(text, "t12");
    }

    /// 12 muted.
    public static Label muted(ObservableValue<String> text) {
        return bound(text, "t12", "muted");
    }

    public static Label muted(String text) {
        return fixed(text, "t12", "muted");
    }

    /// 11 muted, under charts and beside figures.
    public static Label caption(ObservableValue<String> text) {
        return bound(text, "t11", "muted");
    }

    public static Label caption(String text) {
        return fixed(text, "t11", "muted");
    }

    /// 16, heads a section of a page.
    public static Label section(ObservableValue<String> text) {
        return bound(text, "t16", "strong");
    }

    /// 20, the page's title.
    public static Label title(ObservableValue<String> text) {
        return bound(text, "t20", "strong");
    }

    /// 28, the one figure that matters.
    public static Label figure(ObservableValue<String> text) {
        return bound(text, "t28", "strong");
    }

    /// 12, fixed width: file names, digests, SQL names.
    public static Label mono(ObservableValue<String> text) {
        return bound(text, "mono");
    }

    public static Label mono(String text) {
        return fixed(text, "mono");
    }

    /// A paragraph: 12, wraps in the width it gets.
    public static Label paragraph(ObservableValue<String> text) {
        return wrapping(muted(text));
    }

    public static Label wrapping(Label label) {
        label.setWrapText(true);
        label.getStyleClass().add("wrapping");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Label bound(ObservableValue<String> text, String... classes) {
        var label = fixed("", classes);
        label.textProperty().bind(text);
        return label;
    }

    public static Label fixed(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /// Children side by side, centred on one line, 8 apart.
    public static HBox row(Node... children) {
        var row = new HBox(8, children);
        row.getStyleClass().add("row");
        return row;
    }

    /// Takes the free width of a row.
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
