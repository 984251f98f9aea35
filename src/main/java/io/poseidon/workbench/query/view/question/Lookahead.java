package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.preflight.Preflight;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What asking a text would bring, known before it runs. Only the last text counts: an earlier look is cancelled and
/// its outcome dropped. On the delivery thread of its jobs.
public final class Lookahead {

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Optional<Preflight>> seen =
            new ReadOnlyObjectWrapper<>(this, "seen", Optional.empty());
    private Optional<Job<Preflight>> looking = Optional.empty();
    private int turn;

    Lookahead(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Empty until it is known, and for an empty text.
    public ReadOnlyObjectProperty<Optional<Preflight>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    void at(String sql, Optional<Venue> venue) {
        forget();
        if (sql.isBlank() || venue.isEmpty()) {
            seen.set(Optional.empty());
            return;
        }
        int mine = turn;
        var asked = venue.get();
        looking = Optional.of(
                jobs.start("look ahead", progress -> asked.preflight(sql, progress), outcome -> take(mine, outcome)));
    }

    void forget() {
        turn++;
        looking.ifPresent(Job::cancel);
        looking = Optional.empty();
    }

    private void take(int mine, Outcome<Preflight> outcome) {
        if (mine == turn) {
            looking = Optional.empty();
            seen.set(
                    outcome instanceof Outcome.Done<Preflight>(Preflight ahead)
                            ? Optional.of(ahead)
                            : Optional.empty());
        }
    }
}
