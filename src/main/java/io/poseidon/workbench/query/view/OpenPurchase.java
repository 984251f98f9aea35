package io.poseidon.workbench.query.view;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Seat;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.view.question.QueryModel;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// The questions of whatever purchase is open, shared by the screens that ask. Listeners are told that a purchase goes
/// before it is closed, so that they let go of their results. Tables of more cells than are read in place are copied in
/// a job, and until then nothing can be asked. On the delivery thread.
public final class OpenPurchase implements AutoCloseable {

    private final Jobs jobs;
    private final Engine engine;
    private final Gate gate;
    private final Consumer<Problem> tell;
    private final ObservableValue<Optional<OpenedBundle>> bundle;
    private final ReadOnlyObjectWrapper<Optional<PurchaseQueries>> queries =
            new ReadOnlyObjectWrapper<>(this, "queries", Optional.empty());
    private final ChangeListener<Optional<OpenedBundle>> follow = (property, before, now) -> become(now);
    private Optional<Job<PurchaseQueries>> copying = Optional.empty();
    private int turn;

    /// Every question and every exit of an answer passes the gate; `tell` hears why a purchase cannot be asked.
    public OpenPurchase(
            Jobs jobs,
            Engine engine,
            ObservableValue<Optional<OpenedBundle>> bundle,
            Gate gate,
            Consumer<Problem> tell) {
        this.jobs = jobs;
        this.tell = tell;
        this.engine = engine;
        this.gate = gate;
        this.bundle = bundle;
        bundle.addListener(follow);
        become(bundle.getValue());
    }

    public ReadOnlyObjectProperty<Optional<PurchaseQueries>> queriesProperty() {
        return queries.getReadOnlyProperty();
    }

    /// What the person brings to a purchase, without own tables.
    Seat seat() {
        return Seat.of(Limits.standard(), gate);
    }

    public ObservableValue<Optional<OpenedBundle>> bundle() {
        return bundle;
    }

    @Override
    public void close() {
        bundle.removeListener(follow);
        become(Optional.empty());
    }

    private void become(Optional<OpenedBundle> next) {
        turn++;
        copying.ifPresent(Job::cancel);
        copying = Optional.empty();
        var before = queries.get();
        queries.set(Optional.empty());
        before.ifPresent(PurchaseQueries::close);
        next.ifPresent(this::open);
    }

    private void open(OpenedBundle opened) {
        if (opened.tables().stream().noneMatch(LockedSession::copies)) {
            queries.set(Optional.of(PurchaseQueries.open(engine, opened, seat())));
            return;
        }
        int mine = turn;
        copying = Optional.of(jobs.start(
                "open purchase",
                progress -> PurchaseQueries.open(engine, opened, seat(), progress),
                outcome -> copied(mine, outcome)));
    }

    private void copied(int mine, Outcome<PurchaseQueries> outcome) {
        switch (outcome) {
            case Outcome.Done<PurchaseQueries>(PurchaseQueries open) -> {
                if (mine == turn) {
                    queries.set(Optional.of(open));
                } else {
                    open.close();
                }
            }
            case Outcome.Failed<PurchaseQueries>(Problem problem) -> tell.accept(problem);
            case Outcome.Failed<PurchaseQueries>(Throwable cause) ->
                tell.accept(Problem.of(Problem.Kind.BUG, QueryModel.class, "query-bug")
                        .because(cause));
            case Outcome.Cancelled<PurchaseQueries> ignored -> {}
        }
    }
}
