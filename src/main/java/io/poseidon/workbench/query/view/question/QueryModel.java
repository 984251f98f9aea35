package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Export;
import io.poseidon.workbench.query.Format;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.ResultPage;
import io.poseidon.workbench.query.evidence.EvidenceExport;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.text.Difference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// One question without its nodes: the text, and what became of it. On the delivery thread of its jobs.
public final class QueryModel {

    /// Rows that are fetched with the answer, so that the first picture is complete.
    public static final int FIRST = 256;

    private final Jobs jobs;
    private final ObservableValue<Optional<PurchaseQueries>> queries;
    private final Clock clock;
    private final Consumer<History.Entry> remember;
    private final ChangeListener<Optional<PurchaseQueries>> follow = (property, before, now) -> clear();
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<QueryState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new QueryState.NoPurchase());
    private final Lookahead ahead;
    private Optional<Job<Long>> counting = Optional.empty();
    private int turn;

    /// `remember` is told of every question that ended.
    QueryModel(
            Jobs jobs,
            ObservableValue<Optional<PurchaseQueries>> queries,
            Clock clock,
            String text,
            Consumer<History.Entry> remember) {
        this.jobs = jobs;
        this.queries = queries;
        this.clock = clock;
        this.remember = remember;
        this.ahead = new Lookahead(jobs);
        this.text.set(text);
        queries.addListener(follow);
        clear();
    }

    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyObjectProperty<QueryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public QueryState state() {
        return state.get();
    }

    public Optional<PurchaseQueries> queries() {
        return queries.getValue();
    }

    /// Decides and runs the text; what ran before is cancelled and its result closed.
    public void run() {
        if (queries().isEmpty() || text.get().isBlank()) {
            return;
        }
        clear();
        int mine = turn;
        var asked = queries().get();
        var sql = text.get();
        var started = clock.instant();
        var job = jobs.start(
                "query", progress -> ask(asked, sql, progress), outcome -> take(mine, sql, started, outcome));
        if (turn == mine && state() instanceof QueryState.Ready) {
            state.set(new QueryState.Running(job));
        }
    }

    /// Acknowledged at once; the connection stays usable.
    public void cancel() {
        if (state() instanceof QueryState.Running running) {
            running.job().cancel();
        }
    }

    /// What asking the text would bring.
    public Lookahead ahead() {
        return ahead;
    }

    /// Looks ahead at the text as it is now; call it when nothing was typed for a moment.
    public void lookAhead() {
        ahead.at(text.get(), queries());
    }

    /// Puts the nearest allowed question into the editor; it does not run by itself.
    public void useRepair() {
        repair().ifPresent(this::use);
    }

    /// The same with one that was chosen.
    public void use(Decision.Repair repair) {
        text.set(rewritten(repair));
    }

    /// The text of a rewrite in the layout of what was typed.
    public String rewritten(Decision.Repair repair) {
        var typed = text.get();
        var patched = PatchedText.of(typed, repair.sql(), Difference.between(typed, repair.sql()));
        boolean allowed = queries().map(open -> open.decide(patched).mayRun()).orElse(false);
        return allowed ? patched : repair.sql();
    }

    /// The nearest question that is allowed, or more honest.
    public Optional<Decision.Repair> repair() {
        return switch (state()) {
            case QueryState.Refused refused -> refused.decision().repair();
            case QueryState.Answered answered ->
                answered.reply().decision() instanceof Decision.Warn warn ? warn.repair() : Optional.empty();
            case QueryState.NoPurchase ignored -> Optional.empty();
            case QueryState.Ready ignored -> Optional.empty();
            case QueryState.Running ignored -> Optional.empty();
            case QueryState.Failed ignored -> Optional.empty();
            case QueryState.Cancelled ignored -> Optional.empty();
        };
    }

    /// Takes the shown result away as a file, exactly as it is seen.
    public void export(Path file, Format format, Consumer<Outcome<Path>> done) {
        if (state() instanceof QueryState.Answered answered) {
            jobs.start(
                    "export",
                    progress -> {
                        new Export(answered.reply(), true).write(file, format, progress);
                        return file;
                    },
                    done);
        }
    }

    /// Takes the shown result away as a signed record that can be checked without this program.
    public void exportEvidence(Path file, Consumer<Outcome<Path>> done) {
        if (state() instanceof QueryState.Answered answered) {
            jobs.start(
                    "evidence",
                    progress -> {
                        new EvidenceExport(answered.reply()).write(file, progress);
                        return file;
                    },
                    done);
        }
    }

    /// Ends what runs and frees the answer; for the tab that is closed.
    void close() {
        queries.removeListener(follow);
        ahead.forget();
        clear();
    }

    private record Came(Reply reply, Optional<ResultPage> first, List<Offer> offers) {}

    private static Came ask(PurchaseQueries queries, String sql, Progress progress) {
        var reply = queries.ask(sql, progress);
        return switch (reply) {
            case Reply.Refused refused ->
                new Came(
                        refused,
                        Optional.empty(),
                        queries.preflight(sql, progress).offers());
            case Reply.Answered answered ->
                new Came(answered, Optional.of(answered.result().page(0, FIRST, progress)), List.of());
        };
    }

    private void take(int mine, String sql, Instant started, Outcome<Came> outcome) {
        var took = Duration.between(started, clock.instant());
        if (mine != turn) {
            if (outcome instanceof Outcome.Done<Came>(Came late) && late.reply() instanceof Reply.Answered answered) {
                answered.result().close();
            }
            return;
        }
        var next = switch (outcome) {
            case Outcome.Done<Came>(Came came) -> came(came, took);
            case Outcome.Failed<Came>(Throwable cause) -> failed(cause);
            case Outcome.Cancelled<Came> ignored -> new QueryState.Cancelled();
        };
        state.set(next);
        remember(new Remembered(sql, started, took), next);
        count(mine, next);
    }

    private static QueryState came(Came came, Duration took) {
        return switch (came.reply()) {
            case Reply.Refused refused -> new QueryState.Refused(refused.decision(), came.offers(), took);
            case Reply.Answered answered -> {
                var rows = answered.result().rows();
                var first = came.first().orElseThrow();
                yield new QueryState.Answered(answered, first, rows.orElse(first.count()), rows.isPresent(), took);
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

    /// A large result is shown before its rows are counted.
    private void count(int mine, QueryState shown) {
        if (shown instanceof QueryState.Answered answered && !answered.counted()) {
            counting = Optional.of(jobs.start(
                    "count", progress -> answered.reply().result().countRows(progress), outcome -> {
                        if (mine == turn && outcome instanceof Outcome.Done<Long>(Long rows)) {
                            state.set(new QueryState.Answered(
                                    answered.reply(), answered.first(), rows, true, answered.took()));
                        }
                    }));
        }
    }

    private record Remembered(String sql, Instant started, Duration took) {}

    private void remember(Remembered asked, QueryState outcome) {
        var dataset = queries()
                .map(open -> open.provenance().facts().get("poseidon.dataset_id"))
                .orElse("");
        remember.accept(new HistoryEntries(dataset, asked.sql(), asked.started(), asked.took()).ended(outcome));
    }

    private void clear() {
        turn++;
        cancel();
        counting.ifPresent(Job::cancel);
        counting = Optional.empty();
        if (state() instanceof QueryState.Answered answered) {
            answered.reply().result().close();
        }
        state.set(queries().isPresent() ? new QueryState.Ready() : new QueryState.NoPurchase());
    }
}
