package io.poseidon.workbench.shell.palette;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One action in the palette: icon, title with the letters found in the accent, its keys.
final class PaletteRow extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    PaletteRow(PaletteModel.Entry entry) {
        super(12);
        getStyleClass().addAll("row", "palette-row");
        var action = entry.action();
        setDisable(!action.enabled().get());
        var icon = Icons.of(action.icon(), 16);
        var title = new TextFlow();
        title.getChildren().setAll(pieces(action.title().getValue(), entry.places()));
        title.getStyleClass().add("palette-title");
        getChildren().addAll(icon, title, Labels.spring());
        action.key().ifPresent(key -> getChildren().add(caps(Keys.names(key))));
        setAccessibleText(action.title().getValue());
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(SELECTED, chosen);
    }

    private static Node caps(List<String> names) {
        var caps = new HBox(4);
        caps.getStyleClass().add("row");
        names.forEach(name -> caps.getChildren().add(new KeyCap(name)));
        return caps;
    }

    private static List<Text> pieces(String title, List<Integer> places) {
        var pieces = new ArrayList<Text>();
        int from = 0;
        while (from < title.length()) {
            boolean found = places.contains(from);
            int to = from;
            while (to < title.length() && places.contains(to) == found) {
                to++;
            }
            var piece = new Text(title.substring(from, to));
            piece.getStyleClass().add(found ? "found" : "unfound");
            pieces.add(piece);
            from = to;
        }
        return pieces;
    }
}
