package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.result.ResultPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A text that is being asked at one place, once at a time, and what became of it. A result belongs here until the next
/// question or [#clear] closes it; what comes late is closed unseen. On the delivery thread of its jobs.
final class Inquiry {

    private final Jobs jobs;
    private final Clock clock;
    private final Consumer<History.Entry> remember;
    private final ReadOnlyObjectWrapper<QueryState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new QueryState.Ready());
    private HistoryEntries entries = HistoryEntries.NONE;
    private Optional<Job<Long>> counting = Optional.empty();
    private Optional<Venue> asked = Optional.empty();
    private int turn;

    /// `remember` is told of every question that ended.
    Inquiry(Jobs jobs, Clock clock, Consumer<History.Entry> remember) {
        this.jobs = jobs;
        this.clock = clock;
        this.remember = remember;
    }

    ReadOnlyObjectProperty<QueryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Where the last question was asked, with the own tables of then.
    Optional<Venue> asked() {
        return asked;
    }

    /// What ran before is cancelled and its result closed. `repaired` says that the text is a rewrite that was offered.
    void ask(Venue venue, String sql, boolean repaired) {
        clear();
        asked = Optional.of(venue);
        var question = new Question(turn, venue, sql, repaired, clock.instant());
        var job = jobs.start("query", question::ask, outcome -> take(question, outcome));
        if (turn == question.turn() && state.get() instanceof QueryState.Ready) {
            state.set(new QueryState.Running(job));
        }
    }

    /// Acknowledged at once; the venue stays usable.
    void cancel() {
        if (state.get() instanceof QueryState.Running running) {
            running.job().cancel();
        }
    }

    /// Ends what runs, lets go of the answer, and waits for questions.
    void clear() {
        turn++;
        cancel();
        counting.ifPresent(Job::cancel);
        counting = Optional.empty();
        asked = Optional.empty();
        become(new QueryState.Ready());
    }

    /// An answer that fails further down is none: what is shown goes, and history says that it failed.
    void broke(QueryState.Answered answered, Throwable cause) {
        if (state.get() instanceof QueryState.Answered shown && shown.reply() == answered.reply()) {
            turn++;
            counting.ifPresent(Job::cancel);
            counting = Optional.empty();
            become(failed(cause));
            remember.accept(entries.ended(state.get()));
        }
    }

    /// A result is closed after whoever shows it stopped reading.
    private void become(QueryState next) {
        var before = state.get();
        state.set(next);
        if (before instanceof QueryState.Answered answered) {
            answered.reply().result().close();
        }
    }

    private record Question(int turn, Venue venue, String sql, boolean repaired, Instant started) {

        Came ask(Progress progress) {
            var reply = venue.ask(sql, progress);
            return switch (reply) {
                case Reply.Refused refused -> new Came.No(refused, new Counsel(venue, sql).on(refused, progress));
                case Reply.Answered answered -> first(answered, progress);
            };
        }

        private static Came first(Reply.Answered answered, Progress progress) {
            try {
                return new Came.Yes(answered, answered.result().page(0, QueryModel.FIRST, progress));
            } catch (RuntimeException e) {
                answered.result().close();
                throw e;
            }
        }
    }

    private sealed interface Came {

        record Yes(Reply.Answered reply, ResultPage first) implements Came {}

        record No(Reply.Refused reply, Preflight ahead) implements Came {}
    }

    private void take(Question question, Outcome<Came> outcome) {
        if (question.turn() != turn) {
            if (outcome instanceof Outcome.Done<Came>(Came.Yes late)) {
                late.reply().result().close();
            }
            return;
        }
        var took = Duration.between(question.started(), clock.instant());
        var next = switch (outcome) {
            case Outcome.Done<Came>(Came came) -> came(came, took);
            case Outcome.Failed<Came>(Throwable cause) -> failed(cause);
            case Outcome.Cancelled<Came> ignored -> new QueryState.Cancelled();
        };
        state.set(next);
        entries = new HistoryEntries(
                dataset(question.venue()), question.sql(), question.repaired(), question.started(), took);
        remember.accept(entries.ended(next));
        count(next);
    }

    private static QueryState came(Came came, Duration took) {
        return switch (came) {
            case Came.No no -> new QueryState.Refused(no.reply(), no.ahead(), took);
            case Came.Yes yes -> {
                var rows = yes.reply().result().rows();
                yield new QueryState.Answered(
                        yes.reply(), yes.first(), rows.orElse(yes.first().count()), rows.isPresent(), took);
            }
        };
    }

    private static QueryState failed(Throwable cause) {
        return switch (cause) {
            case Problem problem -> new QueryState.Failed(problem);
            case CancelledException ignored -> new QueryState.Cancelled();
            default ->
                new QueryState.Failed(Problem.of(Problem.Kind.BUG, QueryModel.class, "query-bug")
                        .because(cause));
        };
    }

    private static String dataset(Venue venue) {
        return venue.provenance().facts().getOrDefault("poseidon.dataset_id", "");
    }

    /// A large result is shown before its rows are counted.
    private void count(QueryState shown) {
        int mine = turn;
        if (shown instanceof QueryState.Answered answered && !answered.counted()) {
            counting = Optional.of(jobs.start(
                    "count", progress -> answered.reply().result().countRows(progress), outcome -> {
                        if (mine == turn) {
                            counted(answered, outcome);
                        }
                    }));
        }
    }

    private void counted(QueryState.Answered answered, Outcome<Long> outcome) {
        switch (outcome) {
            case Outcome.Done<Long>(Long rows) ->
                state.set(new QueryState.Answered(answered.reply(), answered.first(), rows, true, answered.took()));
            case Outcome.Failed<Long>(Throwable cause) -> broke(answered, cause);
            case Outcome.Cancelled<Long> ignored -> {}
        }
    }
}
