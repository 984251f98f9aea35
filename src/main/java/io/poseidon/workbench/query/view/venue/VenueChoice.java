package io.poseidon.workbench.query.view.venue;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardQueries;
import io.poseidon.workbench.query.shard.ShardShelf;
import io.poseidon.workbench.query.view.question.QueryModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// The choice of where to ask: the open purchase at first, or one of the shards. A shard is opened when it is chosen
/// and left when another place is, so that its holder's folder is locked no longer than it is looked at; listeners of
/// the venue are told that it goes before it is closed. On the delivery thread of its jobs.
public final class VenueChoice implements AutoCloseable {

    private final Jobs jobs;
    private final ObservableValue<Optional<PurchaseQueries>> purchase;
    private final ShardDesk desk;
    private final ShardShelf shelf;
    private final ObservableList<Shard> shards = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<VenueState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new VenueState.Cells());
    private final ReadOnlyObjectWrapper<Optional<Venue>> venue =
            new ReadOnlyObjectWrapper<>(this, "venue", Optional.empty());
    private final Subscription following;
    private Runnable opened = () -> {};
    private int turn;

    /// `own` are the program's, offered beside the folders that were opened before.
    public VenueChoice(
            Jobs jobs,
            ObservableValue<Optional<PurchaseQueries>> purchase,
            ShardDesk desk,
            ShardShelf shelf,
            List<Shard> own) {
        this.jobs = jobs;
        this.purchase = purchase;
        this.desk = desk;
        this.shelf = shelf;
        shards.setAll(own);
        shelf.folders().forEach(folder -> shards.add(Shard.in(folder)));
        following = purchase.subscribe(now -> {
            if (state.get() instanceof VenueState.Cells) {
                venue.set(now.map(Venue.class::cast));
            }
        });
    }

    /// Where questions are asked, while that is open.
    public ReadOnlyObjectProperty<Optional<Venue>> venueProperty() {
        return venue.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<VenueState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObservableValue<Optional<PurchaseQueries>> purchase() {
        return purchase;
    }

    /// Those that can be chosen; change it by [#open] and [#forget].
    public ObservableList<Shard> shards() {
        return shards;
    }

    /// Back to the purchase.
    public void toCells() {
        if (state.get() instanceof VenueState.Cells) {
            return;
        }
        leave();
        state.set(new VenueState.Cells());
        venue.set(purchase.getValue().map(Venue.class::cast));
    }

    /// To a shard, which is opened; again where it is chosen already but could not be.
    public void to(Shard shard) {
        to(shard, () -> {});
    }

    /// The same; `then` is done once it is open, unless another place is chosen before.
    public void to(Shard shard, Runnable then) {
        if (state.get() instanceof VenueState.Open open && open.shard().equals(shard)) {
            then.run();
            return;
        }
        leave();
        opened = then;
        int mine = turn;
        var job =
                jobs.start("open shard", progress -> desk.open(shard, progress), outcome -> take(mine, shard, outcome));
        if (mine == turn && !(state.get() instanceof VenueState.Open)) {
            state.set(new VenueState.Opening(shard, job));
        }
    }

    /// A folder that a person chose or dropped; it is remembered once it has opened.
    public void open(Path folder) {
        var shard = Shard.in(folder);
        var known = shards.stream()
                .filter(one -> one.folder().equals(shard.folder()))
                .findFirst();
        if (known.isEmpty()) {
            shards.add(shard);
        }
        to(known.orElse(shard));
    }

    /// Takes a folder that a person opened off the list, and leaves it.
    public void forget(Shard shard) {
        if (state.get().chosen().filter(shard::equals).isPresent()) {
            toCells();
        }
        shards.remove(shard);
        shard.folder().ifPresent(folder -> background("forget shard", progress -> shelf.forget(folder)));
    }

    /// One further in the order of the list, the purchase first, around the end.
    public void step() {
        var chosen = state.get().chosen();
        int next = chosen.map(shards::indexOf).orElse(-1) + 1;
        if (next < shards.size()) {
            to(shards.get(next));
        } else if (chosen.isPresent()) {
            toCells();
        }
    }

    /// Frees the holder's folder; waits for a question that runs.
    @Override
    public void close() {
        following.unsubscribe();
        turn++;
        venue.set(Optional.empty());
        desk.close();
    }

    /// What opens meanwhile is dropped when it has opened.
    private void leave() {
        turn++;
        opened = () -> {};
        venue.set(Optional.empty());
        if (state.get() instanceof VenueState.Open open) {
            background("leave shard", progress -> desk.leave(open.queries()));
        }
    }

    private void take(int mine, Shard shard, Outcome<ShardQueries> outcome) {
        if (mine != turn) {
            if (outcome instanceof Outcome.Done<ShardQueries>(ShardQueries late)) {
                background("leave shard", progress -> desk.leave(late));
            }
            return;
        }
        switch (outcome) {
            case Outcome.Done<ShardQueries>(ShardQueries queries) -> {
                state.set(new VenueState.Open(shard, queries));
                venue.set(Optional.of(queries));
                opened.run();
                shard.folder().ifPresent(folder -> background("keep shard", progress -> shelf.remember(folder)));
            }
            case Outcome.Failed<ShardQueries>(Problem problem) -> state.set(new VenueState.Failed(shard, problem));
            case Outcome.Failed<ShardQueries>(Throwable cause) ->
                state.set(new VenueState.Failed(
                        shard,
                        Problem.of(Problem.Kind.BUG, QueryModel.class, "query-bug")
                                .because(cause)));
            case Outcome.Cancelled<ShardQueries> ignored -> toCells();
        }
    }

    private void background(String name, Consumer<Progress> work) {
        jobs.start(
                name,
                progress -> {
                    work.accept(progress);
                    return name;
                },
                outcome -> {});
    }
}
