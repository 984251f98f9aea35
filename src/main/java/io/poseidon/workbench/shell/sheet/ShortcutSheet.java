package io.poseidon.workbench.shell.sheet;

import io.poseidon.workbench.shell.palette.Keys;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.workspace.Action;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// Every action that has a key, in two columns.
public final class ShortcutSheet extends VBox {

    private static final double MOST = 400;
    private static final double LINE = 27;

    public ShortcutSheet(Words words, List<Action> actions) {
        super(12);
        getStyleClass().add("sheet-body");
        var lines = new TilePane(24, 8);
        lines.setPrefColumns(2);
        lines.setPrefTileWidth(296);
        actions.stream()
                .filter(action -> action.key().isPresent())
                .forEach(action -> lines.getChildren().add(line(action)));
        var scroll = Panel.scrolling(lines);
        scroll.setPrefViewportHeight(Math.min(MOST, lines.getChildren().size() * LINE / 2 + LINE));
        getChildren().addAll(scroll, Labels.caption(words.text("shortcuts-note")));
    }

    private static Node line(Action action) {
        var caps = new HBox(4);
        action.key()
                .ifPresent(key ->
                        Keys.names(key).forEach(name -> caps.getChildren().add(new KeyCap(name))));
        caps.getStyleClass().add("row");
        caps.setMinWidth(HBox.USE_PREF_SIZE);
        return Labels.row(Labels.small(action.title()), Labels.spring(), caps);
    }
}
