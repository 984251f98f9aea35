package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.query.text.Difference;
import io.poseidon.workbench.query.view.decision.LineDiff.Kind;
import io.poseidon.workbench.query.view.decision.LineDiff.Row;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What a rewrite changes: lines that go and lines that come, each with its number and sign, what differs in bold.
final class DiffView extends VBox {

    DiffView(Words words, List<Row> rows) {
        getStyleClass().add("diff");
        rows.forEach(row -> getChildren().add(line(words, row)));
    }

    private static Node line(Words words, Row row) {
        var number = Labels.fixed(String.valueOf(row.number()), "mono", "muted", "diff-number");
        var sign = Labels.fixed(sign(row.kind()), "mono", "diff-sign");
        var text = text(row);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(number, sign, text);
        line.getStyleClass().addAll("diff-line", style(row.kind()));
        line.setAccessibleText(words.now("diff." + row.kind(), row.number(), row.text()));
        return line;
    }

    private static TextFlow text(Row row) {
        var flow = new TextFlow();
        int at = 0;
        for (Difference.Span span : row.marked()) {
            add(flow, row.text().substring(at, span.start()), "diff-text");
            add(flow, row.text().substring(span.start(), span.end()), "diff-marked");
            at = span.end();
        }
        add(flow, row.text().substring(at), "diff-text");
        return flow;
    }

    private static void add(TextFlow flow, String text, String style) {
        if (!text.isEmpty()) {
            var piece = new Text(text);
            piece.getStyleClass().add(style);
            flow.getChildren().add(piece);
        }
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case SAME -> " ";
            case GONE -> "−";
            case NEW -> "+";
        };
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case SAME -> "same";
            case GONE -> "gone";
            case NEW -> "new";
        };
    }
}
