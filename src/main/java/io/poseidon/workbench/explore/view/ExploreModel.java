package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.CellTable;
import io.poseidon.workbench.explore.Filters;
import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.PurchaseQueries;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The explore screen without its nodes: the cells, the filters, the cell chosen. On the delivery thread of its jobs.
public final class ExploreModel {

    private final Jobs jobs;
    private final ObservableValue<Optional<PurchaseQueries>> queries;
    private final ReadOnlyObjectWrapper<ExploreState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new ExploreState.NoPurchase());
    private final ReadOnlyObjectWrapper<Filters> filters = new ReadOnlyObjectWrapper<>(this, "filters", Filters.NONE);
    private final ReadOnlyObjectWrapper<Optional<CellTable.Row>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private Optional<Job<?>> loading = Optional.empty();
    private int turn;

    public ExploreModel(Jobs jobs, ObservableValue<Optional<PurchaseQueries>> queries) {
        this.jobs = jobs;
        this.queries = queries;
        queries.addListener((property, before, now) -> load());
        load();
    }

    public ReadOnlyObjectProperty<ExploreState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Filters> filtersProperty() {
        return filters.getReadOnlyProperty();
    }

    /// The cell under inspection.
    public ReadOnlyObjectProperty<Optional<CellTable.Row>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public Optional<PurchaseQueries> queries() {
        return queries.getValue();
    }

    public Optional<CellTable> table() {
        return state.get() instanceof ExploreState.Loaded(CellTable table) ? Optional.of(table) : Optional.empty();
    }

    /// The rows the filters keep, in order.
    public List<CellTable.Row> rows() {
        return table().map(table -> table.kept(filters.get())).orElse(List.of());
    }

    public void filter(Filters next) {
        chosen.set(Optional.empty());
        filters.set(next);
    }

    public void clearFilters() {
        filter(Filters.NONE);
    }

    /// By the number of a kept row.
    public void choose(long row) {
        var rows = rows();
        chosen.set(row >= 0 && row < rows.size() ? Optional.of(rows.get((int) row)) : Optional.empty());
    }

    private void load() {
        loading.ifPresent(Job::cancel);
        loading = Optional.empty();
        filter(Filters.NONE);
        int mine = ++turn;
        var open = queries();
        if (open.isEmpty() || open.get().schemas().isEmpty()) {
            state.set(new ExploreState.NoPurchase());
            return;
        }
        state.set(new ExploreState.Loading());
        var schema = open.get().schemas().getFirst();
        loading = Optional.of(jobs.start(
                "explore", progress -> CellTable.read(open.get(), schema, progress), outcome -> take(mine, outcome)));
    }

    private void take(int mine, Outcome<CellTable> outcome) {
        if (mine != turn) {
            return;
        }
        state.set(
                switch (outcome) {
                    case Outcome.Done<CellTable>(CellTable table) -> new ExploreState.Loaded(table);
                    case Outcome.Failed<CellTable>(Problem problem) -> new ExploreState.Failed(problem);
                    case Outcome.Failed<CellTable>(Throwable cause) ->
                        new ExploreState.Failed(Problem.of(Problem.Kind.BUG, ExploreModel.class, "explore-bug")
                                .because(cause));
                    case Outcome.Cancelled<CellTable> ignored -> new ExploreState.NoPurchase();
                });
    }
}
