package io.poseidon.workbench.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the one set we ship (Feather), in the text's colour of the place they stand in. Sizes 12, 14, 16, 20. An
/// icon is decoration: the word beside it, or the button's accessible text, carries the meaning.
public final class Icons {

    private Icons() {}

    public static FontIcon of(Ikon icon, int size) {
        var node = new FontIcon(icon);
        node.setIconSize(size);
        node.getStyleClass().addAll("icon", "i" + size);
        return node;
    }

    /// With a colour class: `ok`, `warn`, `bad`, `priv`, `accent`, `muted`, `text`.
    public static FontIcon of(Ikon icon, int size, String tone) {
        var node = of(icon, size);
        node.getStyleClass().add(tone);
        return node;
    }

    public static FontIcon of(Feather icon) {
        return of(icon, 16);
    }
}
