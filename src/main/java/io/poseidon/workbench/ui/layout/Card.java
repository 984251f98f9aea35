package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A box with a hairline and radius 8. With a title it has a header of 32 and a line under it; what stands at the
/// header's right is given as `extras`. [#flush] takes the padding away, for tables.
public final class Card extends VBox {

    private final VBox body = new VBox(8);

    public Card(Node... content) {
        getStyleClass().add("card");
        body.getStyleClass().add("card-body");
        body.getChildren().setAll(content);
        getChildren().add(body);
    }

    public static Card titled(ObservableValue<String> title, Node... content) {
        var card = new Card(content);
        card.getChildren().addFirst(card.header(title));
        return card;
    }

    /// At the right of the header of a titled card.
    public Card extras(Node... nodes) {
        ((HBox) getChildren().getFirst()).getChildren().addAll(nodes);
        return this;
    }

    public Card flush() {
        body.getStyleClass().add("flush");
        return this;
    }

    /// Where the content is; fill it later here.
    public VBox body() {
        return body;
    }

    private HBox header(ObservableValue<String> title) {
        var words = new Label();
        words.textProperty().bind(title);
        words.getStyleClass().addAll("t12", "strong");
        var header = Labels.row(words, Labels.spring());
        header.getStyleClass().add("card-header");
        return header;
    }
}
