package io.poseidon.workbench.query.view.own;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.upload.UploadShelf.Kept;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The own tables beside the place that is asked, without their nodes. Files are read in jobs; what is in them stays in
/// memory, and only names, files and digests are kept for the next session. Another content under a name that was used
/// before is seen by questions only after the person said so. On the delivery thread of its jobs.
public final class OwnTablesModel {

    private final Jobs jobs;
    private final ObservableValue<Optional<OwnPlace>> place;
    private final UploadShelf shelf;
    private final Consumer<Problem> tell;
    private final ObservableList<OwnTable> tables = FXCollections.observableArrayList();

    /// Held here: a view of a list that nobody holds forgets its listeners.
    private final ObservableList<OwnTable> shown = FXCollections.unmodifiableObservableList(tables);

    private final ReadOnlyObjectWrapper<Uploads> uploads = new ReadOnlyObjectWrapper<>(this, "uploads", Uploads.NONE);
    private final Map<String, Job<Came>> reading = new HashMap<>();
    private final OwnPlace.Kind kind;

    /// A table that was read, and the digest of the one that it would stand in for.
    private record Came(Upload upload, Optional<String> before) {}

    /// `kind` is that of all its places; `tell` hears of what belongs to no table.
    public OwnTablesModel(
            Jobs jobs,
            OwnPlace.Kind kind,
            ObservableValue<Optional<OwnPlace>> place,
            UploadShelf shelf,
            Consumer<Problem> tell) {
        this.kind = kind;
        this.jobs = jobs;
        this.place = place;
        this.shelf = shelf;
        this.tell = tell;
        place.subscribe(this::come);
    }

    /// Change it by the methods below.
    public ObservableList<OwnTable> tables() {
        return shown;
    }

    /// What questions see.
    public ReadOnlyObjectProperty<Uploads> uploadsProperty() {
        return uploads.getReadOnlyProperty();
    }

    public ObservableValue<Optional<OwnPlace>> place() {
        return place;
    }

    public OwnPlace.Kind kind() {
        return kind;
    }

    /// Each under a name after its file; a table of that name is replaced, with consent where it is another.
    public void add(List<Path> files) {
        place.getValue().ifPresent(here -> {
            var given = new HashSet<String>();
            files.forEach(file -> read(here, apart(here.nameFor(file), given), file));
        });
    }

    /// Beside cells, files of one name that come at once are tables of their own.
    private String apart(String name, Set<String> given) {
        var free = name;
        for (int i = 2; !given.add(free) && kind == OwnPlace.Kind.CELLS; i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /// By what a file holds now, which may be the file it came from.
    public void replace(OwnTable table, Path file) {
        place.getValue().ifPresent(here -> read(here, table.name(), file));
    }

    public void remove(OwnTable table) {
        Optional.ofNullable(reading.remove(table.name())).ifPresent(Job::cancel);
        tables.remove(table);
        changed();
    }

    /// Questions see the other content from now on.
    public void accept(OwnTable.Changed other) {
        put(new OwnTable.Here(other.fresh(), other.file(), true));
        changed();
    }

    /// Back to what questions see; a table that none sees goes.
    public void dismiss(OwnTable table) {
        table.used().ifPresentOrElse(this::put, () -> remove(table));
        changed();
    }

    /// What lay here in an earlier session is read again.
    private void come(Optional<OwnPlace> now) {
        reading.values().forEach(Job::cancel);
        reading.clear();
        tables.clear();
        now.ifPresent(here -> shelf.at(here.key())
                .forEach(kept -> begin(
                        here,
                        new OwnTable.Reading(kept.name(), kept.file(), Optional.empty(), Optional.of(kept.sha256())))));
        use();
    }

    private void read(OwnPlace here, String name, Path file) {
        var there = tables.stream().filter(table -> table.name().equals(name)).findFirst();
        begin(here, new OwnTable.Reading(name, file, there.flatMap(OwnTable::used), there.flatMap(OwnTable::known)));
    }

    private void begin(OwnPlace here, OwnTable.Reading table) {
        Optional.ofNullable(reading.remove(table.name())).ifPresent(Job::cancel);
        put(table);
        reading.put(
                table.name(),
                jobs.start("own table", progress -> came(here, table, progress), outcome -> came(table, outcome)));
    }

    private static Came came(OwnPlace here, OwnTable.Reading table, Progress progress) {
        var upload = here.read(table.name(), table.file(), progress);
        return new Came(upload, here.before(upload, table.known()));
    }

    private void came(OwnTable.Reading table, Outcome<Came> outcome) {
        if (tables.stream().noneMatch(shown -> shown == table)) {
            return;
        }
        reading.remove(table.name());
        switch (outcome) {
            case Outcome.Done<Came>(Came came) -> put(read(table, came));
            case Outcome.Failed<Came>(Problem problem) -> put(broken(table, problem));
            case Outcome.Failed<Came>(Throwable cause) ->
                put(broken(
                        table,
                        Problem.of(Problem.Kind.BUG, OwnTablesModel.class, "own-bug")
                                .because(cause)));
            case Outcome.Cancelled<Came> ignored -> dismiss(table);
        }
        changed();
    }

    private static OwnTable read(OwnTable.Reading table, Came came) {
        var fresh = came.upload();
        var same = table.used().filter(used -> used.upload().digest().equals(fresh.digest()));
        if (same.isPresent() || came.before().isEmpty()) {
            boolean agreed = same.map(OwnTable.Here::replaces).orElse(false);
            return new OwnTable.Here(fresh, table.file(), agreed);
        }
        return new OwnTable.Changed(
                fresh, table.file(), table.used(), came.before().get());
    }

    private static OwnTable broken(OwnTable.Reading table, Problem problem) {
        return new OwnTable.Broken(table.name(), table.file(), problem, table.used(), table.known());
    }

    private void put(OwnTable table) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).name().equals(table.name())) {
                tables.set(i, table);
                return;
            }
        }
        tables.add(table);
    }

    private void changed() {
        use();
        place.getValue().ifPresent(here -> keep(here.key()));
    }

    private void use() {
        var used = Uploads.NONE;
        for (var table : tables) {
            used = table.used().map(OwnTable.Here::upload).map(used::with).orElse(used);
        }
        used = used.replacing(replaced());
        if (!digests(used).equals(digests(uploads.get()))) {
            uploads.set(used);
        }
    }

    /// The names for which a shard is told that the person agreed.
    private Set<String> replaced() {
        return kind == OwnPlace.Kind.CELLS
                ? Set.of()
                : tables.stream()
                        .flatMap(table -> table.used().stream())
                        .filter(OwnTable.Here::replaces)
                        .map(OwnTable::name)
                        .collect(Collectors.toSet());
    }

    private static Map<String, String> digests(Uploads uploads) {
        var digests = new HashMap<String, String>();
        uploads.tables().forEach((name, table) -> digests.put(name, table.digest()));
        return digests;
    }

    private void keep(String here) {
        var now = tables.stream()
                .flatMap(table -> table.known().stream().map(digest -> kept(here, table, digest)))
                .toList();
        if (!shelf.lay(here, now)) {
            return;
        }
        jobs.start(
                "keep own tables",
                progress -> {
                    shelf.save();
                    return here;
                },
                outcome -> {
                    if (outcome instanceof Outcome.Failed<String>(Problem problem)) {
                        tell.accept(problem);
                    }
                });
    }

    private static Kept kept(String here, OwnTable table, String digest) {
        var file = table.used().map(OwnTable.Here::file).orElse(table.file());
        return new Kept(here, table.name(), file, digest);
    }
}
