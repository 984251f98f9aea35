package io.poseidon.workbench.query.view;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.Limits;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Seat;
import io.poseidon.workbench.query.gate.Gate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// The questions of whatever purchase is open, shared by the screens that ask. Listeners are told that a purchase goes
/// before it is closed, so that they close their results first. On the delivery thread.
public final class OpenPurchase implements AutoCloseable {

    private final Engine engine;
    private final Gate gate;
    private final ObservableValue<Optional<OpenedBundle>> bundle;
    private final ReadOnlyObjectWrapper<Optional<PurchaseQueries>> queries =
            new ReadOnlyObjectWrapper<>(this, "queries", Optional.empty());
    private final ChangeListener<Optional<OpenedBundle>> follow = (property, before, now) -> become(now);

    /// Every question and every exit of an answer passes the gate.
    public OpenPurchase(Engine engine, ObservableValue<Optional<OpenedBundle>> bundle, Gate gate) {
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
        var before = queries.get();
        queries.set(Optional.empty());
        before.ifPresent(PurchaseQueries::close);
        queries.set(next.map(opened -> PurchaseQueries.open(engine, opened, seat())));
    }
}
