package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.ListRow;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Ways to begin, as a list.
final class HomeSide extends StackPane {

    HomeSide(Words words, HomeParts parts) {
        var panel = new Panel(
                words.text("start"),
                new ListRow(28, Feather.BOX, words.text("open-row"))
                        .trailing(new KeyCap("Ctrl O"))
                        .onOpen(parts.dialog()));
        panel.content().getStyleClass().add("start-list");
        parts.sample()
                .ifPresent(sample -> panel.content()
                        .getChildren()
                        .add(new ListRow(28, Feather.LAYERS, words.text("sample-row")).onOpen(sample)));
        panel.foot(new ListRow(28, Feather.BOOK_OPEN, words.text("shortcuts-row"))
                .trailing(new KeyCap("⇧ F1"))
                .onOpen(parts.shortcuts()));
        getChildren().add(panel);
    }
}
