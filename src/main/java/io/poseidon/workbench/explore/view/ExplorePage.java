package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.CellTable;
import io.poseidon.workbench.explore.Filters;
import io.poseidon.workbench.explore.Profile;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.DataGrid;
import io.poseidon.workbench.ui.grid.GridColumn;
import io.poseidon.workbench.ui.grid.GridModel;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Chip;
import io.poseidon.workbench.ui.part.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The main area: filter chips, the cells as a grid with histogram heads (suppressed ones hatched), charts under it.
final class ExplorePage extends StackPane {

    private final Surroundings surroundings;
    private final Words words;
    private final ExploreModel model;

    ExplorePage(Surroundings surroundings, Words words, ExploreModel model) {
        this.surroundings = surroundings;
        this.words = words;
        this.model = model;
        getStyleClass().add("explore-page");
        getStylesheets().add(String.valueOf(ExplorePage.class.getResource("explore.css")));
        model.stateProperty().addListener(observable -> show());
        model.filtersProperty().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        getChildren().setAll(content());
    }

    private Node content() {
        return switch (model.stateProperty().get()) {
            case ExploreState.NoPurchase ignored ->
                new EmptyState(Feather.LOCK, words.text("closed"), words.text("closed.text"));
            case ExploreState.Loading ignored ->
                new EmptyState(Feather.LOADER, words.text("loading"), words.text("loading.text"));
            case ExploreState.Failed failed -> new ProblemState(words, failed.problem());
            case ExploreState.Loaded(CellTable table) -> loaded(table);
        };
    }

    private Node loaded(CellTable table) {
        var rows = model.rows();
        var box = new VBox(filterBar(table, rows.size()));
        if (rows.isEmpty()) {
            var clear = Buttons.primary(words.text("clear"), model::clearFilters);
            box.getChildren()
                    .add(new EmptyState(
                            Feather.FILTER, words.text("all-hidden"), words.text("all-hidden.text"), clear));
            return box;
        }
        var grid = grid(table, rows);
        VBox.setVgrow(grid, Priority.ALWAYS);
        box.getChildren().addAll(grid, new ExploreCharts(surroundings, words, model, table));
        return box;
    }

    private Node filterBar(CellTable table, int kept) {
        var bar = new HBox(8, Icons.of(Feather.FILTER, 16, "muted"));
        bar.getStyleClass().addAll("row", "filter-bar");
        var filters = model.filtersProperty().get();
        filters.kept().forEach((name, values) -> {
            var shown = values.size() <= 3
                    ? String.join(", ", values.stream().sorted().toList())
                    : String.valueOf(values.size());
            bar.getChildren()
                    .add(new Chip(Labels.small(name), Labels.muted(words.text("one-of")), Labels.small(shown))
                            .filled()
                            .onRemove(words.text("remove", name), () -> model.filter(filters.without(name))));
        });
        var formats = Formats.in(words.language());
        bar.getChildren()
                .addAll(
                        adder(table, filters),
                        Labels.spring(),
                        Labels.muted(words.text(
                                "rows-of",
                                formats.whole(kept),
                                formats.whole(table.rows().size()))));
        if (!filters.isEmpty()) {
            bar.getChildren().add(Buttons.link(words.text("clear"), model::clearFilters));
        }
        return bar;
    }

    /// Dimensions, and in each its values to tick.
    private MenuButton adder(CellTable table, Filters filters) {
        var button = new MenuButton();
        button.textProperty().bind(words.text("filter"));
        button.getStyleClass().add("small");
        for (var column : table.schema().dimensions()) {
            button.getItems().add(menu(table, filters, column));
        }
        return button;
    }

    private Menu menu(CellTable table, Filters filters, Column column) {
        var menu = new Menu(column.name());
        menu.setMnemonicParsing(false);
        for (var value : column.domain()) {
            var item = new CheckMenuItem(value);
            item.setMnemonicParsing(false);
            item.setSelected(
                    filters.kept().getOrDefault(column.name(), Set.of()).contains(value));
            item.setOnAction(event -> model.filter(filters.toggled(table.schema(), column.name(), value)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private DataGrid grid(CellTable table, List<CellTable.Row> rows) {
        var amounts = amounts(table);
        var profiles = Profile.all(table, model.filtersProperty().get());
        var columns = new ArrayList<GridColumn>();
        var cells = new ArrayList<List<Cell>>();
        int measures = 0;
        for (var profile : profiles) {
            var head = profile.column().noiseVariance().isEmpty()
                    ? GridColumn.text(profile.column().name())
                    : amounts.get(measures++).head();
            columns.add(head.bins(ColumnsPanel.bins(profile)));
        }
        rows.forEach(row -> cells.add(cells(table, row, amounts)));
        var grid = new DataGrid(surroundings, 24);
        grid.show(GridModel.of(columns, cells)
                .watchedBy((text, count) -> table.pass().leaves(Exit.COPY, "text", Sha256.of(text), count)));
        grid.chosenProperty()
                .addListener((property, before, now) -> model.choose(
                        now.ranges().isEmpty() ? -1 : now.ranges().getFirst().first()));
        return grid;
    }

    private static List<Cell> cells(CellTable table, CellTable.Row row, List<Amounts> amounts) {
        var cells = new ArrayList<Cell>();
        int dimension = 0;
        int measure = 0;
        for (var column : table.schema().columns()) {
            if (column.noiseVariance().isEmpty()) {
                cells.add(Cell.text(row.values().get(dimension++)));
            } else {
                int place = measure++;
                cells.add(row.measures()
                        .map(values -> amounts.get(place).cell(values.get(place)))
                        .orElseGet(Cell.Suppressed::new));
            }
        }
        return cells;
    }

    private List<Amounts> amounts(CellTable table) {
        var amounts = new ArrayList<Amounts>();
        for (int i = 0; i < table.schema().measures().size(); i++) {
            int place = i;
            double largest = table.rows().stream()
                    .flatMap(row -> row.measures().stream())
                    .mapToDouble(values -> Math.abs(values.get(place)))
                    .max()
                    .orElse(0);
            amounts.add(Amounts.of(table.schema().measures().get(i), largest, Formats.in(words.language())));
        }
        return amounts;
    }
}
