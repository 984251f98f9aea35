package io.poseidon.workbench.ui.part;

import io.poseidon.workbench.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A field of 28 with a magnifier; Escape empties it. Filters as it is typed, Hangul too.
public final class SearchField extends HBox {

    private final TextField field = new TextField();

    public SearchField(ObservableValue<String> prompt) {
        super(8);
        getStyleClass().addAll("search-field", "row");
        field.promptTextProperty().bind(prompt);
        field.accessibleTextProperty().bind(prompt);
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(Icons.of(Feather.SEARCH, 14), field);
    }

    public TextField field() {
        return field;
    }
}
