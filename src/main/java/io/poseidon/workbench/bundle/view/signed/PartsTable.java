package io.poseidon.workbench.bundle.view.signed;

import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The parts of a purchase, a row each, and the dataset card.
final class PartsTable {

    private static final double[] WIDTHS = {0, 96, 72, 96, 176, 104};

    private final Words words;
    private final Formats formats;
    private final Manifest manifest;

    PartsTable(Words words, Manifest manifest) {
        this.words = words;
        this.formats = Formats.in(words.language());
        this.manifest = manifest;
    }

    Node table(StateMark mark, String key) {
        var grid = new GridPane();
        for (int i = 0; i < WIDTHS.length; i++) {
            grid.getColumnConstraints().add(column(i));
        }
        grid.addRow(
                0,
                header("part"),
                header("holds"),
                header("rows"),
                header("bytes.head"),
                header("sha256"),
                header("state"));
        int row = 1;
        for (var part : manifest.parts()) {
            grid.addRow(row++, cells(part, marked(mark, key)));
        }
        grid.addRow(row, card());
        return grid;
    }

    private static ColumnConstraints column(int index) {
        var column = new ColumnConstraints();
        if (WIDTHS[index] > 0) {
            column.setMinWidth(WIDTHS[index]);
            column.setPrefWidth(WIDTHS[index]);
        } else {
            column.setHgrow(Priority.ALWAYS);
        }
        column.setHalignment(index == 2 || index == 3 ? HPos.RIGHT : HPos.LEFT);
        return column;
    }

    private Node header(String key) {
        return cell(
                Labels.bound(words.text(key), "t11", "strong", "muted"),
                key.equals("rows") || key.equals("bytes.head"),
                true);
    }

    private Node[] cells(Part part, Label state) {
        return new Node[] {
            cell(mono(part.entry().substring("parts/".length()), false), false, false),
            cell(Labels.muted(words.text("cells")), false, false),
            cell(Labels.small(formats.whole(part.rows())), true, false),
            cell(Labels.small(formats.whole(part.sealedSize())), true, false),
            cell(mono(Fingerprint.ends(part.sealed().hex()), true), false, false),
            cell(state, false, false)
        };
    }

    private Node[] card() {
        return new Node[] {
            cell(mono("croissant.json", false), false, false),
            cell(Labels.muted(words.text("dataset-card")), false, false),
            cell(Labels.small("–"), true, false),
            cell(Labels.small("–"), true, false),
            cell(mono(Fingerprint.ends(manifest.card().hex()), true), false, false),
            cell(marked(StateMark.DONE, "part.digest"), false, false)
        };
    }

    private Label marked(StateMark mark, String key) {
        var label = Labels.bound(words.text(key), "t12", mark.tone());
        label.setGraphic(mark.node(12));
        label.setGraphicTextGap(4);
        return label;
    }

    private static Label mono(String text, boolean muted) {
        var label = Labels.mono(text);
        label.getStyleClass().add("s");
        if (muted) {
            label.getStyleClass().add("muted");
        }
        return label;
    }

    private static Node cell(Label label, boolean right, boolean head) {
        var cell = right ? new HBox(Labels.spring(), label) : new HBox(label);
        cell.setStyle("-fx-alignment: center-left; -fx-padding: 0 12px; -fx-border-color: "
                + (head
                        ? "transparent transparent -c-divider transparent"
                        : "-c-divider transparent transparent transparent")
                + "; -fx-border-width: " + (head ? "0 0 0 0" : "1px 0 0 0") + ";");
        cell.setMinHeight(28);
        return cell;
    }
}
