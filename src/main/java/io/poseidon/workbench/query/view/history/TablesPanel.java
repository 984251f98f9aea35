package io.poseidon.workbench.query.view.history;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The side panel: tables and columns of the purchase (a click inserts the name), and under it the history.
public final class TablesPanel extends VBox {

    private static final double INTERVAL = 1.959964;
    private static final int SHOWN = 50;

    private final QueryModel model;
    private final Words words;
    private final Consumer<String> insert;
    private final VBox tables = new VBox();
    private final VBox entries = new VBox();

    public TablesPanel(QueryModel model, Words words, Consumer<String> insert) {
        this.model = model;
        this.words = words;
        this.insert = insert;
        var top = new Panel(words.text("tables"), tables);
        var bottom = new Panel(words.text("history"), entries).extras(new KeyCap("F8"));
        VBox.setVgrow(top, Priority.ALWAYS);
        bottom.setPrefHeight(232);
        bottom.setMinHeight(120);
        bottom.getStyleClass().add("panel-below");
        getChildren().addAll(top, bottom);
        model.history().addListener((ListChangeListener<History.Entry>) change -> showHistory());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    public void show() {
        tables.getChildren().clear();
        model.queries().ifPresent(open -> open.schemas().forEach(this::add));
        showHistory();
    }

    private void add(Schema schema) {
        var row = new ListRow(28, Feather.GRID, fixed(schema.table()))
                .strong()
                .trailing(whole(Labels.muted(words.text("cells-here"))));
        tables.getChildren().add(row.onOpen(() -> insert.accept(schema.table())));
        for (var column : schema.columns()) {
            var line = new ListRow(24, icon(column), fixed(column.name())).trailing(whole(Labels.muted(note(column))));
            line.getStyleClass().add("column-row");
            tables.getChildren().add(line.onOpen(() -> insert.accept(column.name())));
        }
    }

    /// The number of values of a dimension, the half-width of one cell of a measure.
    private String note(Column column) {
        var formats = Formats.in(words.language());
        if (column.role() == Role.DIMENSION) {
            return formats.whole(column.domain().size());
        }
        return "± " + formats.compact(INTERVAL * column.sigma());
    }

    private static Feather icon(Column column) {
        return switch (column.role()) {
            case DIMENSION -> column.type() == ColumnType.TEXT ? Feather.TYPE : Feather.CALENDAR;
            case COUNT -> Feather.USERS;
            case MEASURE -> Feather.HASH;
        };
    }

    private void showHistory() {
        entries.getChildren()
                .setAll(model.history().stream().limit(SHOWN).map(this::row).toList());
    }

    private Node row(History.Entry entry) {
        var time = Formats.in(words.language())
                .time(entry.at().atZone(ZoneId.systemDefault()).toLocalTime());
        var row = new ListRow(28, icon(entry), fixed(Titles.of(entry.sql()))).trailing(whole(Labels.muted(time)));
        row.getStyleClass().add("history-" + entry.outcome());
        return row.onOpen(() -> model.textProperty().set(entry.sql()));
    }

    private static Feather icon(History.Entry entry) {
        return switch (entry.outcome()) {
            case "answered" -> Feather.CHECK;
            case "refused" -> Feather.SLASH;
            case "cancelled" -> Feather.MINUS;
            default -> Feather.X;
        };
    }

    /// Never cut; the name beside it is.
    private static Label whole(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static ReadOnlyStringWrapper fixed(String text) {
        return new ReadOnlyStringWrapper(text);
    }
}
