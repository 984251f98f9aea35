package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A table over pages. Rows have one height (24, 28, 32 or 36), columns are as wide as their values, numbers are never
/// cut. Choosing works by ranges, so Ctrl+A costs nothing; Ctrl+C copies the chosen rows, Ctrl+Shift+C with headings.
/// On the toolkit's thread.
public final class DataGrid extends StackPane {

    private final Surroundings surroundings;
    private final Words words;
    private final TableView<Integer> table = new TableView<>();
    private final ReadOnlyObjectWrapper<RowRanges> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", RowRanges.NONE);
    private final List<GridHeader> headers = new ArrayList<>();
    private @Nullable BiConsumer<Integer, Boolean> onSort;
    private Consumer<Throwable> onBroken = this::tell;
    private GridModel model = GridModel.of(List.of(), List.of());
    private Pages pages;
    private GridStyle style;
    private boolean measured;

    public DataGrid(Surroundings surroundings, int rowHeight) {
        this.surroundings = surroundings;
        words = surroundings.words().in(Words.class);
        pages = pagesOf(model);
        style = styleOf(List.of());
        table.setFixedCellSize(rowHeight);
        table.getStyleClass().addAll("grid", "r" + rowHeight);
        table.setRowFactory(view -> new GridRow(chosen.getReadOnlyProperty()));
        table.accessibleTextProperty().bind(words.text("grid.name"));
        var nothing = new Label();
        nothing.textProperty().bind(words.text("grid.empty"));
        nothing.getStyleClass().add("muted");
        table.setPlaceholder(nothing);
        new GridKeys(table, chosen, this::copy).install();
        getChildren().add(table);
        surroundings.theme().tokens().subscribe(this::restyle);
        sceneProperty().subscribe(scene -> look(scene != null));
    }

    /// Told which column was asked to be sorted, and whether ascending; show a model so sorted and call [#markSorted].
    public DataGrid onSort(BiConsumer<Integer, Boolean> action) {
        onSort = action;
        return this;
    }

    /// Shown where there are no rows, under the heads of the columns.
    public DataGrid whenEmpty(Node node) {
        table.setPlaceholder(node);
        return this;
    }

    /// Told, instead of everybody, why a page could not be had.
    public DataGrid onBroken(Consumer<Throwable> action) {
        onBroken = action;
        return this;
    }

    public void show(GridModel next) {
        pages.rest();
        model = next;
        chosen.set(RowRanges.NONE);
        pages = pagesOf(next);
        measured = false;
        build();
        table.setItems(new RowNumbers(next.rowCount()));
        if (next.rowCount() > 0 && !next.columns().isEmpty()) {
            pages.cell(0, 0);
        }
        measure();
    }

    /// Draws the arrow at a column's head.
    public void markSorted(int column, boolean ascending) {
        headers.forEach(GridHeader::unsorted);
        headers.get(column).sorted(ascending);
    }

    /// The chosen rows.
    public ReadOnlyObjectProperty<RowRanges> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(long row) {
        table.getSelectionModel().select((int) row);
        chosen.set(RowRanges.of(row, row));
    }

    /// For a context menu or a scroll; columns and items are the grid's own.
    public TableView<Integer> table() {
        return table;
    }

    private void copy(boolean withHeadings) {
        var copier = new GridCopy(surroundings, model);
        copier.copy(chosen.get(), withHeadings);
    }

    private void build() {
        headers.clear();
        var columns = new ArrayList<TableColumn<Integer, ?>>();
        columns.add(new NumberColumn(model.rowCount()));
        for (int i = 0; i < model.columns().size(); i++) {
            columns.add(column(i));
        }
        table.getColumns().setAll(columns);
        table.getStyleClass().removeAll("h28", "h44", "h76");
        table.getStyleClass().add("h" + (int) GridHeader.height(model));
    }

    private TableColumn<Integer, Cell> column(int index) {
        var spec = model.columns().get(index);
        var column = new TableColumn<Integer, Cell>();
        var header = new GridHeader(spec, surroundings.theme());
        headers.add(header);
        column.setGraphic(header);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(spec.isText() ? "text-column" : "number-column");
        column.setCellValueFactory(row ->
                new SimpleObjectProperty<>(pages.cell(row.getValue(), index).orElse(null)));
        column.setCellFactory(view -> new GridCell(() -> style, index, spec.isText(), words));
        header.setOnMouseClicked(event -> sort(index));
        return column;
    }

    private void sort(int column) {
        if (onSort != null) {
            boolean ascending = !headers.get(column).isSortedAscending();
            onSort.accept(column, ascending);
        }
    }

    private void measure() {
        if (measured || pages.first().isEmpty()) {
            return;
        }
        measured = true;
        style = styleOf(pages.first());
        for (int i = 0; i < model.columns().size(); i++) {
            var column = table.getColumns().get(i + 1);
            double width = style.columnWidth(i);
            if (!model.columns().get(i).isText()) {
                column.setMinWidth(width);
            }
            column.setPrefWidth(width);
        }
    }

    private void restyle() {
        if (measured) {
            style = styleOf(pages.first());
            table.refresh();
        }
    }

    private GridStyle styleOf(List<List<Cell>> sample) {
        var formats = words.formats().get();
        return new GridStyle(
                model.columns(), sample, formats, surroundings.theme().tokens().get(), onSort != null);
    }

    private Pages pagesOf(GridModel of) {
        return new Pages(of, surroundings.jobs(), this::arrived, cause -> {
            if (of == model) {
                onBroken.accept(cause);
            }
        });
    }

    /// Pages are fetched while somebody can see them.
    private void look(boolean seen) {
        if (seen) {
            table.refresh();
        } else {
            pages.rest();
        }
    }

    private void arrived() {
        measure();
        table.refresh();
    }

    private void tell(Throwable cause) {
        surroundings
                .notices()
                .tell(
                        cause instanceof Problem known
                                ? known
                                : Problem.of(Problem.Kind.BUG, Words.class, "page-failed")
                                        .because(cause));
    }
}
