package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.InOrder;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.Venue;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The questions that lie on the desk, one a tab, at least one; and what was asked before. What is typed is kept by
/// [#save]. On the delivery thread of its jobs.
public final class QueryTabs implements AutoCloseable {

    private final Jobs jobs;
    private final InOrder writing;
    private final ObservableValue<Optional<Venue>> venue;
    private final ObservableValue<Optional<String>> purchase;
    private final Departures departures;
    private final Workbook workbook;
    private final Clock clock;
    private final PastQuestions past;
    private final ObservableList<QueryModel> tabs = FXCollections.observableArrayList();

    /// Held here: a view of a list that nobody holds forgets its listeners.
    private final ObservableList<QueryModel> lying = FXCollections.unmodifiableObservableList(tabs);

    private final ObjectProperty<QueryModel> shown;
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper(this, "kept", true);
    private final ReadOnlyObjectWrapper<Optional<Purse>> purse =
            new ReadOnlyObjectWrapper<>(this, "purse", Optional.empty());
    private final Deque<String> closed = new ArrayDeque<>();
    private Workbook.Pages saved;

    /// `venue` is where questions are asked, while there is such a place; what it answered goes with it.
    public QueryTabs(
            Jobs jobs, ObservableValue<? extends Optional<? extends Venue>> venue, Workbook workbook, Clock clock) {
        this(jobs, venue, venue, workbook, clock);
    }

    /// The same where there is a choice of places: answers stay while another is asked. Only those of the purchase go
    /// with it, since its cells are freed.
    public QueryTabs(
            Jobs jobs,
            ObservableValue<? extends Optional<? extends Venue>> venue,
            ObservableValue<? extends Optional<? extends Venue>> purchase,
            Workbook workbook,
            Clock clock) {
        this.jobs = jobs;
        this.writing = new InOrder(jobs);
        this.venue = venue.map(open -> open.map(Venue.class::cast));
        this.purchase = purchase.map(open -> open.map(Venue::key));
        this.departures = new Departures(jobs);
        this.workbook = workbook;
        this.clock = clock;
        this.past = new PastQuestions(writing, workbook.history());
        this.saved = workbook.restored();
        saved.texts().forEach(text -> tabs.add(made(text)));
        this.shown = new SimpleObjectProperty<>(this, "shown", tabs.get(saved.shown()));
        shown.addListener(observable -> compare());
        this.venue.subscribe(open -> readPurse());
        this.purchase.subscribe((before, now) -> before.ifPresent(this::goes));
    }

    /// Change it by [#open] and [#close].
    public ObservableList<QueryModel> tabs() {
        return lying;
    }

    public ObjectProperty<QueryModel> shownProperty() {
        return shown;
    }

    /// The question that is shown.
    public QueryModel shown() {
        return shown.get();
    }

    public PastQuestions past() {
        return past;
    }

    /// Where questions are asked.
    public ObservableValue<Optional<Venue>> venue() {
        return venue;
    }

    /// What has been spent where questions are asked, after the last answer in any tab.
    public ReadOnlyObjectProperty<Optional<Purse>> purseProperty() {
        return purse.getReadOnlyProperty();
    }

    /// Whether what is typed is on disk.
    public ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// A new tab, shown.
    public QueryModel open(String text) {
        var tab = made(text);
        tabs.add(tab);
        shown.set(tab);
        compare();
        return tab;
    }

    /// Shows a text without losing another: in the tab that holds it already, in the shown one if it is empty, or in a
    /// new one.
    public QueryModel show(String text) {
        var there = tabs.stream()
                .filter(tab -> tab.textProperty().get().strip().equals(text.strip()))
                .findFirst();
        if (there.isPresent()) {
            shown.set(there.get());
        } else if (shown().textProperty().get().isBlank()) {
            shown().textProperty().set(text);
        } else {
            open(text);
        }
        return shown();
    }

    /// Shows a text and asks it.
    public void ask(String text) {
        show(text).run();
    }

    /// Ends what runs in it and frees its answer. The last tab is emptied instead.
    public void close(QueryModel tab) {
        int at = tabs.indexOf(tab);
        if (at < 0) {
            return;
        }
        if (tabs.size() == 1) {
            tabs.add(made(""));
        }
        if (shown() == tab) {
            shown.set(tabs.get(at == 0 ? 1 : at - 1));
        }
        tabs.remove(tab);
        tab.close();
        if (!tab.textProperty().get().isBlank()) {
            closed.push(tab.textProperty().get());
        }
        compare();
    }

    /// Brings back the text of the tab that was closed last.
    public void reopen() {
        if (!closed.isEmpty()) {
            show(closed.pop());
        }
    }

    /// One tab further (`+1`) or back (`-1`), around the ends.
    public void step(int by) {
        shown.set(tabs.get(Math.floorMod(tabs.indexOf(shown()) + by, tabs.size())));
    }

    /// Keeps what is typed, where it changed; call it every two seconds and on leaving.
    public void save() {
        var now = pages();
        if (now.equals(saved)) {
            return;
        }
        writing.start("save", () -> workbook.save(now), outcome -> {
            if (outcome instanceof Outcome.Done<Boolean>(Boolean written) && written) {
                saved = now;
                compare();
            }
        });
    }

    /// Keeps what was asked and what is typed, at once, since a job would be cancelled with the others; ends what runs
    /// and lets go of all answers.
    @Override
    public void close() {
        tabs.forEach(QueryModel::close);
        writing.close();
        var now = pages();
        try {
            if (!now.equals(saved) && workbook.save(now)) {
                saved = now;
            }
        } catch (Problem unwritable) {
            // nobody is there to be told any more, and the window said all along that it is not kept
        }
    }

    private QueryModel made(String text) {
        var tab = new QueryModel(
                new Lookahead(jobs), venue, () -> new Inquiry(jobs, clock, this::ended), departures, text);
        tab.textProperty().addListener(observable -> compare());
        return tab;
    }

    private void goes(String place) {
        departures.end(place);
        tabs.forEach(tab -> tab.forget(place));
    }

    private void ended(History.Entry entry) {
        past.add(entry);
        readPurse();
    }

    private void readPurse() {
        purse.set(venue.getValue().flatMap(Venue::purse));
    }

    private Workbook.Pages pages() {
        var texts = tabs.stream().map(tab -> tab.textProperty().get()).toList();
        return new Workbook.Pages(texts, tabs.indexOf(shown()));
    }

    private void compare() {
        kept.set(Objects.equals(pages(), saved));
    }
}
