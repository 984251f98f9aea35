package io.poseidon.workbench.shell.palette;

import io.poseidon.workbench.ui.workspace.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the palette lists for what is typed, best first, and which line is chosen.
public final class PaletteModel {

    /// @param places of the letters found in the title
    public record Entry(Action action, List<Integer> places) {}

    private final Supplier<List<Action>> actions;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> entriesSeen = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", 0);
    private int total;

    public PaletteModel(Supplier<List<Action>> actions) {
        this.actions = actions;
        query.subscribe(this::search);
        search();
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<Entry> entries() {
        return entriesSeen;
    }

    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Of all actions, found or not.
    public int total() {
        return total;
    }

    /// Starts anew with an empty query.
    public void reset() {
        query.set("");
        search();
    }

    /// One line down (`1`) or up (`-1`), round the ends.
    public void move(int step) {
        if (!entries.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + step, entries.size()));
        }
    }

    public void choose(int index) {
        chosen.set(index);
    }

    /// The action of the chosen line, if it can be run now.
    public Optional<Action> runnable() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(chosen.get()).action())
                        .filter(action -> action.enabled().get());
    }

    private void search() {
        record Found(Entry entry, int score) {}
        var all = actions.get();
        total = all.size();
        var found = all.stream()
                .flatMap(action -> Fuzzy.match(query.get(), action.title().getValue()).stream()
                        .map(match -> new Found(new Entry(action, match.places()), match.score())))
                .sorted(Comparator.comparingInt((Found one) -> -one.score()))
                .map(Found::entry)
                .toList();
        chosen.set(0);
        entries.setAll(found);
    }
}
