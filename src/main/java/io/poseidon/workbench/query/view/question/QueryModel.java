package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Export;
import io.poseidon.workbench.query.Format;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.text.Difference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// One question without its nodes: the text, and what became of it. On the delivery thread of its jobs.
public final class QueryModel {

    /// Rows that are fetched with the answer, so that the first picture is complete.
    public static final int FIRST = 256;

    private final Jobs jobs;
    private final ObservableValue<Optional<Venue>> venue;
    private final ChangeListener<Optional<Venue>> follow = (property, before, now) -> move(now);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Inquiry inquiry;
    private final Lookahead ahead;

    QueryModel(Jobs jobs, ObservableValue<Optional<Venue>> venue, Inquiry inquiry, String text) {
        this.jobs = jobs;
        this.venue = venue;
        this.inquiry = inquiry;
        this.ahead = new Lookahead(jobs);
        this.text.set(text);
        venue.addListener(follow);
        inquiry.clear(venue.getValue());
        inquiry.stateProperty().addListener((property, before, now) -> spent(before));
    }

    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyObjectProperty<QueryState> stateProperty() {
        return inquiry.stateProperty();
    }

    public QueryState state() {
        return inquiry.stateProperty().get();
    }

    /// Where it is asked.
    public Optional<Venue> venue() {
        return venue.getValue();
    }

    /// Decides and runs the text; what ran before is cancelled and its result closed.
    public void run() {
        if (!text.get().isBlank()) {
            venue().ifPresent(asked -> inquiry.ask(asked, text.get()));
        }
    }

    /// Acknowledged at once; the connection stays usable.
    public void cancel() {
        inquiry.cancel();
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
        text.set(rewritten(repair));
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
        if (state() instanceof QueryState.Answered answered && venue().isPresent()) {
            var answeredBy = venue().get();
            jobs.start(
                    "evidence",
                    progress -> {
                        answeredBy.evidence(answered.reply(), file, progress);
                        return file;
                    },
                    done);
        }
    }

    /// Told that rows further down an answer could not be had.
    public void broke(QueryState.Answered answered, Throwable cause) {
        inquiry.broke(answered, cause);
    }

    /// Ends what runs and frees the answer; for the tab that is closed.
    void close() {
        venue.removeListener(follow);
        ahead.forget();
        inquiry.clear(venue());
    }

    /// An answer belongs to where it came from; the text goes along.
    private void move(Optional<Venue> now) {
        inquiry.clear(now);
        lookAhead();
    }

    /// Once a question over rows has ended, the same one is free and others have less left.
    private void spent(QueryState before) {
        if (before instanceof QueryState.Running
                && venue().flatMap(Venue::purse).isPresent()) {
            lookAhead();
        }
    }
}
