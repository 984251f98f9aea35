package io.poseidon.workbench.shell.sheet;

import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The few things to know before one begins: what a purchase is, what is checked, what may be asked, where help is.
public final class HelpSheet extends VBox {

    private static final List<String> TOPICS = List.of("open", "ask", "promise", "find");

    public HelpSheet(Words words) {
        super(16);
        getStyleClass().add("sheet-body");
        TOPICS.forEach(topic -> getChildren().add(topic(words, topic)));
    }

    private static Node topic(Words words, String topic) {
        return new VBox(
                4, Labels.strong(words.text("help." + topic)), Labels.paragraph(words.text("help." + topic + ".text")));
    }
}
