package io.poseidon.workbench.query.view;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.shard.ShardQueries;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.UploadName;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.own.OwnPlace;
import io.poseidon.workbench.query.view.own.OwnTablesModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Where questions are asked, with own tables that go along to a shard: at a shard whose holder takes such, each is
/// sent with every question and frozen there when it is first used; everywhere else nothing is changed. On the delivery
/// thread.
public final class BesideRows {

    private final ObservableValue<Optional<Venue>> asked;
    private final OwnTablesModel own;
    private final ReadOnlyObjectWrapper<Optional<Venue>> venue =
            new ReadOnlyObjectWrapper<>(this, "venue", Optional.empty());

    /// `asked` is empty between two places; `tell` hears of trouble that belongs to no table.
    public BesideRows(Jobs jobs, ObservableValue<Optional<Venue>> asked, UploadShelf shelf, Consumer<Problem> tell) {
        this.asked = asked;
        asked.subscribe(this::leave);
        this.own = new OwnTablesModel(
                jobs, OwnPlace.Kind.ROWS, asked.map(open -> open.flatMap(BesideRows::holder)), shelf, tell);
        asked.subscribe(open -> come());
        own.uploadsProperty().subscribe(uploads -> come());
    }

    public ReadOnlyObjectProperty<Optional<Venue>> venueProperty() {
        return venue.getReadOnlyProperty();
    }

    /// The own tables that are sent to the shard.
    public OwnTablesModel own() {
        return own;
    }

    /// Whoever asks is told first that a place goes.
    private void leave(Optional<Venue> next) {
        if (next.isEmpty()) {
            venue.set(Optional.empty());
        }
    }

    private void come() {
        var uploads = own.uploadsProperty().get();
        venue.set(asked.getValue()
                .map(open ->
                        open instanceof ShardQueries shard && !uploads.tables().isEmpty()
                                ? shard.beside(uploads)
                                : open));
    }

    private static Optional<OwnPlace> holder(Venue asked) {
        return asked instanceof ShardQueries shard && !shard.declared().isEmpty()
                ? Optional.of(new Holder(shard))
                : Optional.empty();
    }

    /// The rows of a holder, which takes the tables that its policy declares and no others.
    private record Holder(ShardQueries shard) implements OwnPlace {

        @Override
        public String key() {
            return shard.key();
        }

        /// The name that the policy declares: that of the file, or the only one there is.
        @Override
        public String nameFor(Path file) {
            var plain = UploadName.of(file, name -> false);
            var names = shard.declared().stream().map(Table.Own::name).toList();
            return List.of(plain, "my_" + plain).stream()
                    .filter(names::contains)
                    .findFirst()
                    .orElse(names.size() == 1 ? names.getFirst() : plain);
        }

        @Override
        public List<String> declared() {
            return shard.declared().stream()
                    .map(own ->
                            own.name() + " (" + String.join(", ", own.columns().keySet()) + ")")
                    .toList();
        }

        @Override
        public Upload read(String name, Path file, Progress progress) {
            return shard.read(name, file, progress);
        }

        /// What the shard has frozen counts, not what was used here.
        @Override
        public Optional<String> before(Upload fresh, Optional<String> known) {
            var frozen = shard.frozen(fresh.name());
            return frozen.isEmpty() || frozen.contains(fresh.digest())
                    ? Optional.empty()
                    : Optional.of(frozen.getLast());
        }
    }
}
