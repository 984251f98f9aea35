package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The live prices, those asked and both repairs beside each other, in rows of 32. Revenue columns stand there only
/// where buyers were surveyed.
final class ScenarioTable extends GridPane {

    private final Words words;

    ScenarioTable(Words words) {
        this.words = words;
        getStyleClass().add("scenarios");
    }

    void show(Shown shown) {
        getChildren().clear();
        boolean market = shown.terms().market().isPresent();
        var head = new ArrayList<Node>();
        head.add(heading(words.now("table.scenario"), false));
        shown.terms().versions().forEach(version -> head.add(heading(version.name(), true)));
        if (market) {
            head.add(heading(words.now("table.revenue"), true));
            head.add(heading(words.now("table.afford"), true));
        }
        head.add(heading(words.now("table.verdict"), false));
        columns(head.size());
        addRow(0, head.stream().map(node -> cell(node, "head")).toArray(Node[]::new));
        for (var row : shown.rows()) {
            boolean current = row.prices().equals(shown.assessment().prices());
            var cells = cells(shown, row);
            addRow(
                    getRowCount(),
                    cells.stream()
                            .map(node -> cell(node, current && shown.isSimulated() ? "current" : "plain"))
                            .toArray(Node[]::new));
        }
    }

    private List<Node> cells(Shown shown, Shown.Row row) {
        var prices = new PriceWords(words, shown.terms());
        var cells = new ArrayList<Node>();
        cells.add(Labels.fixed(words.now("row." + row.which().name().toLowerCase(Locale.ROOT)), "t12", "strong"));
        row.prices().forEach(price -> cells.add(number(Amounts.plain(prices.formats(), price))));
        row.revenue().ifPresent(band -> {
            var figure = number(prices.formats().number(band.p50() / 1e6, 1));
            figure.getStyleClass().add("strong");
            cells.add(figure);
        });
        row.affordability().ifPresent(share -> cells.add(number(prices.formats().percent(share.toDouble(), 0))));
        cells.add(verdict(row));
        return cells;
    }

    private Node verdict(Shown.Row row) {
        if (!row.free()) {
            return mark(Feather.ALERT_OCTAGON, "bad", "table.arbitrage");
        }
        return row.relaxed() ? mark(Feather.CHECK, "ok", "table.free-both") : mark(Feather.CHECK, "ok", "table.free");
    }

    private Node mark(Feather icon, String tone, String key) {
        var word = Labels.fixed(words.now(key), "t12", tone);
        word.setMinWidth(Region.USE_PREF_SIZE);
        return Labels.row(Icons.of(icon, 14, tone), word);
    }

    private static Label number(String text) {
        var label = Labels.fixed(text, "t12", "right");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label heading(String text, boolean right) {
        return right
                ? Labels.fixed(text, "t11", "muted", "strong", "right")
                : Labels.fixed(text, "t11", "muted", "strong");
    }

    private static Node cell(Node content, String style) {
        var cell = new StackPane(content);
        cell.getStyleClass().addAll("scenario-cell", style);
        cell.setMaxWidth(Double.MAX_VALUE);
        StackPane.setAlignment(content, content.getStyleClass().contains("right") ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        if (content instanceof Region region) {
            region.setMaxWidth(Region.USE_PREF_SIZE);
        }
        return cell;
    }

    private void columns(int count) {
        getColumnConstraints().clear();
        for (int i = 0; i < count; i++) {
            var column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setFillWidth(true);
            column.setHalignment(i == 0 || i == count - 1 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
    }
}
