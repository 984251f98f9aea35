package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.text.Difference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// One question without its nodes: the text, and what became of it at each place where it was asked; what is shown is
/// what became of it at the place that is asked now. On the delivery thread of its jobs.
public final class QueryModel {

    /// Rows that are fetched with the answer, so that the first picture is complete.
    public static final int FIRST = 256;

    private final ObservableValue<Optional<Venue>> venue;
    private final Supplier<Inquiry> inquiries;
    private final Departures departures;
    private final ChangeListener<Optional<Venue>> follow = (property, before, now) -> move(now);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Map<String, Inquiry> places = new HashMap<>();
    private final ReadOnlyObjectWrapper<QueryState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new QueryState.NoPurchase());
    private final ReadOnlyObjectWrapper<List<String>> outdated =
            new ReadOnlyObjectWrapper<>(this, "outdated", List.of());
    private final Lookahead ahead;
    private Optional<Inquiry> here = Optional.empty();
    private Optional<String> rewrite = Optional.empty();

    QueryModel(
            Lookahead ahead,
            ObservableValue<Optional<Venue>> venue,
            Supplier<Inquiry> inquiries,
            Departures departures,
            String text) {
        this.venue = venue;
        this.inquiries = inquiries;
        this.departures = departures;
        this.ahead = ahead;
        this.text.set(text);
        venue.addListener(follow);
        state.addListener((property, before, now) -> spent(before));
        state.subscribe(this::compare);
        show(venue.getValue());
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

    /// The own tables with which the shown answer was computed and which are others now, or gone.
    public ReadOnlyObjectProperty<List<String>> outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /// Where the shown answer comes from, with the own tables of then.
    public Optional<Venue> asked() {
        return here.flatMap(Inquiry::asked);
    }

    /// Where it is asked.
    public Optional<Venue> venue() {
        return venue.getValue();
    }

    /// Decides and runs the text; what ran before is cancelled and its result closed.
    public void run() {
        if (!text.get().isBlank()) {
            boolean repaired = rewrite.filter(text.get()::equals).isPresent();
            venue().ifPresent(now -> here.ifPresent(inquiry -> inquiry.ask(now, text.get(), repaired)));
        }
    }

    /// Acknowledged at once; the connection stays usable.
    public void cancel() {
        here.ifPresent(Inquiry::cancel);
    }

    /// What asking the text would bring.
    public Lookahead ahead() {
        return ahead;
    }

    /// Looks ahead at the text as it is now; call it when nothing was typed for a moment.
    public void lookAhead() {
        ahead.at(text.get(), venue());
    }

    /// Puts the nearest allowed question into the editor; it does not run by itself.
    public void useRepair() {
        repair().ifPresent(this::use);
    }

    /// The same with one that was chosen.
    public void use(Decision.Repair repair) {
        var written = rewritten(repair);
        rewrite = Optional.of(written);
        text.set(written);
    }

    /// The text of a rewrite in the layout of what was typed.
    public String rewritten(Decision.Repair repair) {
        var typed = text.get();
        var patched = PatchedText.of(typed, repair.sql(), Difference.between(typed, repair.sql()));
        boolean allowed = venue().map(open -> open.decide(patched).mayRun()).orElse(false);
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
        leave("export", done, (answeredBy, reply, progress) -> {
            new Export(reply, true).write(file, format, progress);
            return file;
        });
    }

    /// Takes the shown result away as a signed record that can be checked without this program.
    public void exportEvidence(Path file, Consumer<Outcome<Path>> done) {
        leave("evidence", done, (answeredBy, reply, progress) -> {
            answeredBy.evidence(reply, file, progress);
            return file;
        });
    }

    private interface Leaving {
        Path write(Venue answeredBy, Reply.Answered reply, Progress progress);
    }

    private void leave(String title, Consumer<Outcome<Path>> done, Leaving leaving) {
        if (state() instanceof QueryState.Answered answered && asked().isPresent()) {
            var from = asked().get();
            var reply = answered.reply();
            departures.start(title, from.key(), reply.result(), progress -> leaving.write(from, reply, progress), done);
        }
    }

    /// Told that rows further down an answer could not be had.
    public void broke(QueryState.Answered answered, Throwable cause) {
        here.ifPresent(inquiry -> inquiry.broke(answered, cause));
    }

    /// Ends what runs and lets go of all answers; for the tab that is closed.
    void close() {
        venue.removeListener(follow);
        ahead.forget();
        places.values().forEach(Inquiry::clear);
    }

    /// Lets go of what a place answered, which goes.
    void forget(String place) {
        Optional.ofNullable(places.get(place)).ifPresent(Inquiry::clear);
    }

    /// What runs at the place that is left is given up; its answer is there again when it is asked again.
    private void move(Optional<Venue> now) {
        var left = here;
        show(now);
        left.filter(inquiry -> here.filter(inquiry::equals).isEmpty()).ifPresent(Inquiry::cancel);
        lookAhead();
    }

    private void show(Optional<Venue> now) {
        here = now.map(open -> places.computeIfAbsent(open.key(), key -> inquiries.get()));
        state.unbind();
        here.ifPresentOrElse(
                inquiry -> state.bind(inquiry.stateProperty()), () -> state.set(new QueryState.NoPurchase()));
        compare();
    }

    private void compare() {
        outdated.set(
                state() instanceof QueryState.Answered answered
                        ? OtherTables.of(answered.reply().result(), asked(), venue())
                        : List.of());
    }

    /// Once a question over rows has ended, the same one is free and others have less left.
    private void spent(QueryState before) {
        if (before instanceof QueryState.Running
                && venue().flatMap(Venue::purse).isPresent()) {
            lookAhead();
        }
    }
}
