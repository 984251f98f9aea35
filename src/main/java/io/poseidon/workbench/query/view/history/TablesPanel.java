package io.poseidon.workbench.query.view.history;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Tables and columns of the purchase with what is public about each; a click inserts the name.
public final class TablesPanel extends VBox {

    private static final double INTERVAL = 1.959964;

    private final ObservableValue<Optional<Venue>> queries;
    private final Words words;
    private final Consumer<String> insert;

    public TablesPanel(ObservableValue<Optional<Venue>> queries, Words words, Consumer<String> insert) {
        this.queries = queries;
        this.words = words;
        this.insert = insert;
        getStyleClass().add("tables");
        queries.addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        queries.getValue().ifPresent(open -> {
            open.schemas().forEach(this::add);
            open.policy().tables().values().forEach(table -> {
                if (table instanceof Table.Rows rows && open.purse().isPresent()) {
                    add(rows);
                }
            });
        });
    }

    private void add(Schema schema) {
        var row = new ListRow(28, Icons.of(Feather.GRID, 14, "accent"), fixed(schema.table()))
                .trailing(Labels.muted(words.now("cells-here")));
        row.getStyleClass().add("table-row");
        getChildren().add(row.onOpen(() -> insert.accept(schema.table())));
        for (var column : schema.columns()) {
            var line = new ListRow(24, icon(column), fixed(column.name())).trailing(Labels.muted(note(column)));
            line.getStyleClass().add("column-row");
            getChildren().add(line.onOpen(() -> insert.accept(column.name())));
        }
    }

    private void add(Table.Rows rows) {
        var row = new ListRow(28, Icons.of(Feather.USERS, 14, "accent"), fixed(rows.name()))
                .trailing(Labels.muted(words.now("rows-there")));
        row.getStyleClass().add("table-row");
        getChildren().add(row.onOpen(() -> insert.accept(rows.name())));
        line(Feather.USER, rows.identity(), words.now("identity"));
        var formats = Formats.in(words.language());
        rows.dimensions()
                .forEach((name, dimension) -> line(
                        dimension.type() == ColumnType.TEXT ? Feather.TYPE : Feather.CALENDAR,
                        name,
                        formats.whole(dimension.values().size())));
        rows.measures()
                .forEach((name, bounds) -> line(
                        Feather.HASH,
                        name,
                        formats.compact(bounds.min().toDouble()) + " – "
                                + formats.compact(bounds.max().toDouble())));
    }

    private void line(Feather icon, String name, String note) {
        var line = new ListRow(24, icon, fixed(name)).trailing(Labels.muted(note));
        line.getStyleClass().add("column-row");
        getChildren().add(line.onOpen(() -> insert.accept(name)));
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

    private static ReadOnlyStringWrapper fixed(String text) {
        return new ReadOnlyStringWrapper(text);
    }
}
