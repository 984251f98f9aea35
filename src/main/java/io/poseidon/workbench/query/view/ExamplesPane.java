package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.view.question.Examples;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.part.ListRow;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Questions that this purchase can answer, put into the editor by a click; they do not run by themselves.
final class ExamplesPane extends StackPane {

    ExamplesPane(QueryModel model, Words words) {
        var list = new VBox();
        list.getStyleClass().add("examples");
        for (var sql : model.venue().map(new Examples(words)::of).orElse(List.of())) {
            list.getChildren()
                    .add(new ListRow(36, Feather.CORNER_UP_LEFT, new ReadOnlyStringWrapper(Titles.of(sql)))
                            .onOpen(() -> model.textProperty().set(sql)));
        }
        boolean rows = model.venue().flatMap(Venue::purse).isPresent();
        var state = new EmptyState(
                Feather.TERMINAL,
                words.text(rows ? "examples.rows" : "examples"),
                words.text(rows ? "examples.rows.text" : "examples.text"),
                list);
        setAlignment(state, Pos.CENTER);
        getChildren().add(state);
    }
}
