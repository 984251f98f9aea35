package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.InOrder;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.History;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What was asked before, the newest first: searched by words of the text, filtered by how it ended. On the delivery
/// thread of the jobs that write it down.
public final class PastQuestions {

    /// How a question ended. An answer may be several of these.
    public enum Ended {
        ALL(entry -> true),
        ANSWERED(entry -> entry.outcome().equals("answered")),
        /// Groups were hidden.
        FILTERED(entry -> ANSWERED.holds(entry) && HistoryEntries.isFiltered(entry)),
        WARNED(entry -> ANSWERED.holds(entry) && entry.decision().equals("warn")),
        /// A rewrite that was offered was asked.
        REPAIRED(HistoryEntries::isRepaired),
        REFUSED(entry -> entry.outcome().equals("refused")),
        /// Refused since the budget was spent.
        EXHAUSTED(entry -> REFUSED.holds(entry) && entry.detail().equals(Rule.BUDGET.name())),
        FAILED(entry -> entry.outcome().equals("failed")),
        CANCELLED(entry -> entry.outcome().equals("cancelled"));

        private final Predicate<History.Entry> holds;

        Ended(Predicate<History.Entry> holds) {
            this.holds = holds;
        }

        /// Whether it ended so.
        public boolean holds(History.Entry entry) {
            return holds.test(entry);
        }
    }

    private final InOrder writing;
    private final History history;
    private final ObservableList<History.Entry> all = FXCollections.observableArrayList();
    private final FilteredList<History.Entry> found = new FilteredList<>(all);

    /// Held here: a view of a list that nobody holds forgets its listeners.
    private final ObservableList<History.Entry> allShown = FXCollections.unmodifiableObservableList(all);

    private final ObservableList<History.Entry> foundShown = FXCollections.unmodifiableObservableList(found);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<Ended> ended = new SimpleObjectProperty<>(this, "ended", Ended.ALL);

    PastQuestions(InOrder writing, History history) {
        this.writing = writing;
        this.history = history;
        all.setAll(history.entries());
        search.subscribe(this::filter);
        ended.subscribe(this::filter);
    }

    /// Words that must all be in a text, or in the rule or code it ended with; whatever the case.
    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Ended> endedProperty() {
        return ended;
    }

    /// What passes search and filter.
    public ObservableList<History.Entry> found() {
        return foundShown;
    }

    /// All of them.
    public ObservableList<History.Entry> all() {
        return allShown;
    }

    void add(History.Entry entry) {
        all.removeIf(entry::takesBack);
        all.addFirst(entry);
        writing.start("history", () -> written(entry), done -> {});
    }

    private History.Entry written(History.Entry entry) {
        history.add(entry);
        return entry;
    }

    private void filter() {
        var how = ended.get();
        var words = words(search.get());
        found.setPredicate(entry -> how.holds(entry) && words.test(text(entry)));
    }

    private static String text(History.Entry entry) {
        return (entry.sql() + ' ' + entry.detail()).toLowerCase(Locale.ROOT);
    }

    private static Predicate<String> words(String search) {
        var words = Arrays.stream(search.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return text -> words.stream().allMatch(text::contains);
    }
}
