package io.poseidon.workbench.query.view.editor;

import java.util.Locale;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text of SQL in its colours, to read; wraps where it must.
public final class SqlFlow extends TextFlow {

    public SqlFlow(String sql) {
        getStyleClass().add("sql-flow");
        sql.lines().forEach(this::line);
        setAccessibleText(sql);
    }

    private void line(String line) {
        if (!getChildren().isEmpty()) {
            getChildren().add(new Text("\n"));
        }
        for (var piece : SqlColours.of(line)) {
            var text = new Text(piece.text());
            text.getStyleClass().add("sql-" + piece.kind().name().toLowerCase(Locale.ROOT));
            getChildren().add(text);
        }
    }
}
