package io.poseidon.workbench.query.view;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.OwnTables;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.UploadName;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.upload.Uploads;
import io.poseidon.workbench.query.view.own.OwnPlace;
import io.poseidon.workbench.query.view.own.OwnTablesModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Questions about the purchase that is open, with own tables laid beside its cells: where there are none, the
/// questions that all screens share. Own tables are laid out in a job; until they are, questions go on as they were.
/// Listeners are told that the old questions go before they are closed. Ends with the purchase. On the delivery thread.
public final class BesideCells {

    private final Jobs jobs;
    private final Engine engine;
    private final OpenPurchase purchase;
    private final Consumer<Problem> tell;
    private final OwnTablesModel own;
    private final ReadOnlyObjectWrapper<Optional<PurchaseQueries>> queries =
            new ReadOnlyObjectWrapper<>(this, "queries", Optional.empty());
    private Optional<PurchaseQueries> mine = Optional.empty();
    private Optional<Job<PurchaseQueries>> laying = Optional.empty();
    private int turn;

    /// `tell` hears of trouble that belongs to no table.
    public BesideCells(Jobs jobs, Engine engine, OpenPurchase purchase, UploadShelf shelf, Consumer<Problem> tell) {
        this.jobs = jobs;
        this.engine = engine;
        this.purchase = purchase;
        this.tell = tell;
        purchase.queriesProperty().subscribe(shared -> become(shared, Optional.empty()));
        this.own = new OwnTablesModel(
                jobs,
                OwnPlace.Kind.CELLS,
                purchase.bundle().map(open -> open.map(bundle -> new Edition(engine, bundle))),
                shelf,
                tell);
        own.uploadsProperty().subscribe(this::lay);
        purchase.queriesProperty()
                .addListener(observable -> lay(own.uploadsProperty().get()));
    }

    public ReadOnlyObjectProperty<Optional<PurchaseQueries>> queriesProperty() {
        return queries.getReadOnlyProperty();
    }

    /// The own tables that are laid beside the cells.
    public OwnTablesModel own() {
        return own;
    }

    /// The cells of a purchase, as what own tables are laid beside. Versions of an edition are one place.
    private record Edition(Engine engine, OpenedBundle bundle) implements OwnPlace {

        @Override
        public String key() {
            var edition = bundle.manifest().edition();
            return edition.product() + "-" + edition.edition();
        }

        @Override
        public String nameFor(Path file) {
            return UploadName.of(file, name -> OwnTables.isSealed(bundle, name));
        }

        @Override
        public List<String> declared() {
            return List.of();
        }

        /// Another content under a name that was used before.
        @Override
        public Optional<String> before(Upload fresh, Optional<String> known) {
            return known.filter(before -> !before.equals(fresh.digest()));
        }

        @Override
        public Upload read(String name, Path file, Progress progress) {
            return OwnTables.read(engine, bundle, name, file, progress);
        }
    }

    private void lay(Uploads uploads) {
        var shared = purchase.queriesProperty().get();
        var bundle = purchase.bundle().getValue();
        if (uploads.tables().isEmpty() || shared.isEmpty() || bundle.isEmpty()) {
            become(shared, Optional.empty());
            return;
        }
        stop();
        int mineTurn = turn;
        var seat = purchase.seat().with(uploads);
        laying = Optional.of(jobs.start(
                "lay own tables",
                progress -> PurchaseQueries.open(engine, bundle.get(), seat, progress),
                outcome -> laid(mineTurn, outcome)));
    }

    private void laid(int asked, Outcome<PurchaseQueries> outcome) {
        switch (outcome) {
            case Outcome.Done<PurchaseQueries>(PurchaseQueries open) -> {
                if (asked == turn) {
                    become(Optional.of(open), Optional.of(open));
                } else {
                    open.close();
                }
            }
            case Outcome.Failed<PurchaseQueries>(Problem problem) -> tell.accept(problem);
            case Outcome.Failed<PurchaseQueries>(Throwable cause) ->
                tell.accept(Problem.of(Problem.Kind.BUG, OwnTablesModel.class, "own-bug")
                        .because(cause));
            case Outcome.Cancelled<PurchaseQueries> ignored -> {}
        }
    }

    private void become(Optional<PurchaseQueries> next, Optional<PurchaseQueries> own) {
        stop();
        var before = mine;
        mine = own;
        queries.set(next);
        before.ifPresent(PurchaseQueries::close);
    }

    private void stop() {
        turn++;
        laying.ifPresent(Job::cancel);
        laying = Optional.empty();
    }
}
