package io.poseidon.workbench.shell.fault;

import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Tone;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/// Says that something went wrong which should not have, that the files are safe, and shows the report to copy.
public final class FaultView extends VBox {

    public FaultView(Words allWords, FaultReport report) {
        super(12);
        var words = allWords.in(FaultView.class);
        getStyleClass().add("sheet-body");
        var text = new TextArea(report.text());
        text.setEditable(false);
        text.setPrefRowCount(11);
        text.getStyleClass().addAll("mono", "s");
        text.accessibleTextProperty().bind(words.text("report"));
        var note = new Note(Tone.DANGER, words.text("happened"), words.text("safe"))
                .actions(Buttons.small(words.text("copy"), () -> copy(report)));
        getChildren().addAll(note, text);
    }

    private static void copy(FaultReport report) {
        var content = new ClipboardContent();
        content.putString(report.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
