package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.CellTable;
import io.poseidon.workbench.explore.Totals;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Explore workspace: the cells of the open purchase as they are, filtered by dimension.
public final class ExploreWorkspace implements Workspace {

    private final Surroundings surroundings;
    private final Words words;
    private final ExploreModel model;

    public ExploreWorkspace(Surroundings surroundings, ExploreModel model) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(ExploreWorkspace.class);
        this.model = model;
    }

    /// For tests and for the tour.
    public ExploreModel model() {
        return model;
    }

    @Override
    public String id() {
        return "explore";
    }

    @Override
    public ObservableValue<String> title() {
        return words.text("title");
    }

    @Override
    public Ikon icon() {
        return Feather.COMPASS;
    }

    @Override
    public Regions regions() {
        return Regions.of(
                new ColumnsPanel(surroundings, words, model).node(),
                new ExplorePage(surroundings, words, model),
                new CellPanel(model, words).node());
    }

    @Override
    public ObservableValue<List<String>> filters() {
        return Bindings.createObjectBinding(
                () -> model.filtersProperty().get().kept().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().size())
                        .toList(),
                model.filtersProperty());
    }

    @Override
    public ObservableValue<Status> status() {
        return Bindings.createObjectBinding(
                this::now, model.stateProperty(), model.filtersProperty(), words.languageProperty());
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.of("explore.clear", words.text("clear"), Feather.X, model::clearFilters));
    }

    private Status now() {
        var formats = Formats.in(words.language());
        return model.table()
                .map(table -> loaded(table, formats))
                .orElseGet(() -> Status.ready(words.now("status.closed")));
    }

    private Status loaded(CellTable table, Formats formats) {
        var rows = model.rows();
        long hidden = rows.stream().filter(row -> row.measures().isEmpty()).count();
        var measure = table.schema().measures().getLast();
        var total = Totals.of(table, model.filtersProperty().get(), measure.name());
        return Status.ready(
                words.now("status.ready"),
                words.now(
                        "status.rows",
                        formats.whole(rows.size()),
                        formats.whole(table.rows().size())),
                words.now("status.sum", measure.name(), formats.compact(total.sum()), formats.compact(total.half())),
                words.now("status.hidden", formats.whole(hidden)));
    }
}
