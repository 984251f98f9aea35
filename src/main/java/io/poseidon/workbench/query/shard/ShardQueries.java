package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Decider;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.completion.Completions;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.query.evidence.RowEvidenceExport;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.rows.Asking;
import io.poseidon.workbench.query.rows.Recorded;
import io.poseidon.workbench.query.rows.RowAnswers;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of a holder on this machine, asked as the holder answers everybody: the same ledger, log, noise and pace as
/// on the command line. While it is open the holder's folder is locked, so that no other process can spend from it at
/// the same time.
///
/// Questions, looks ahead and closing take turns. Close it off the toolkit's thread: it waits for the question that
/// runs.
public final class ShardQueries implements Venue, AutoCloseable {

    private final Engine engine;
    private final RowAnswers answers;
    private final ShardSeat seat;
    private final ShardFacts facts;
    private final Decider decider;
    private final Completions completions;
    private final Keepsakes keepsakes = new Keepsakes();
    private volatile Purse purse;
    private boolean closed;

    private ShardQueries(Engine engine, RowAnswers answers, ShardSeat seat, ShardFacts facts) {
        this.engine = engine;
        this.answers = answers;
        this.seat = seat;
        this.facts = facts;
        this.decider = new Decider(engine, facts.whole(), facts.occasion(seat.timing()));
        this.completions = new Completions(facts.served(Uploads.NONE), List.of());
        this.purse = answers.purse(seat.buyer());
    }

    /// Reads the rows and locks the holder's folder; a second or so. Where another process holds it, that is a problem
    /// and nothing was changed.
    public static ShardQueries open(Engine engine, String name, ShardFiles files, ShardSeat seat) {
        var policy = PolicyDocument.read(files.policy());
        var answers = RowAnswers.open(engine, policy, files.data(), files.state(), seat.timing());
        try {
            var facts = new ShardFacts(name, files.state(), policy, answers.table());
            return new ShardQueries(engine, answers, seat, facts);
        } catch (RuntimeException e) {
            answers.close();
            throw e;
        }
    }

    public String name() {
        return facts.name();
    }

    /// Of the tables only the one of rows that is here.
    @Override
    public PolicyDocument policy() {
        return facts.served(Uploads.NONE);
    }

    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public Provenance provenance() {
        return provenance(Uploads.NONE);
    }

    @Override
    public Decision decide(String sql) {
        return decider.decide(sql);
    }

    @Override
    public Preflight preflight(String sql, Progress progress) {
        return preflight(Uploads.NONE, sql, progress);
    }

    @Override
    public List<Suggestion> complete(String text, int caret) {
        return completions.at(text, caret);
    }

    @Override
    public Reply ask(String sql, Progress progress) {
        return ask(Uploads.NONE, sql, progress);
    }

    /// The same place with own tables that are sent along with every question. It ends with this.
    public Venue beside(Uploads uploads) {
        return new ShardBeside(this, uploads);
    }

    @Override
    public String key() {
        return "shard " + facts.state().toAbsolutePath().normalize();
    }

    /// The own tables of an asker that the holder takes.
    public List<Table.Own> declared() {
        return facts.declared();
    }

    /// Reads a file as one of them. A job's.
    public Upload read(String own, Path file, Progress progress) {
        return Uploads.read(engine, facts.whole(), Map.of(own, file), progress).get(own);
    }

    /// The digests of what was frozen under a name, the newest last. Waits for the question that runs.
    public synchronized List<String> frozen(String own) {
        checkOpen();
        return answers.frozen(seat.buyer(), own);
    }

    PolicyDocument policy(Uploads uploads) {
        return facts.served(uploads);
    }

    Provenance provenance(Uploads uploads) {
        return facts.provenance(seat.buyer(), uploads);
    }

    synchronized Preflight preflight(Uploads uploads, String sql, Progress progress) {
        checkOpen();
        return answers.preflight(Asking.of(seat.buyer(), sql).with(uploads), progress);
    }

    synchronized Reply ask(Uploads uploads, String sql, Progress progress) {
        checkOpen();
        try {
            var recorded = answers.ask(Asking.of(seat.buyer(), sql).with(uploads), progress);
            return switch (recorded.reply()) {
                case RowReply.Answered answered -> answered(sql, recorded, answered);
                case RowReply.Refused refused ->
                    new Reply.Refused(
                            refused.decision(), new Receipt(refused.charge().rho(), Optional.empty()));
            };
        } finally {
            purse = answers.purse(seat.buyer());
        }
    }

    private Reply answered(String sql, Recorded recorded, RowReply.Answered answered) {
        var reply = new ShardReplies(engine, facts).of(seat.buyer(), sql, recorded, answered);
        keepsakes.keep(reply, new Keepsakes.Kept(sql, recorded, answered));
        return reply;
    }

    /// The holder signs.
    @Override
    public void evidence(Reply.Answered answered, Path file, Progress progress) {
        var kept = keepsakes.of(answered);
        new RowEvidenceExport(engine.sqlText(), seat.notary().apply(facts.state()))
                .write(kept.recorded(), kept.answered(), kept.sql(), file);
    }

    @Override
    public Optional<Purse> purse() {
        return Optional.of(purse);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            answers.close();
        }
    }

    /// Whoever asks what was left meanwhile is not waited for any more.
    private void checkOpen() {
        if (closed) {
            throw new CancelledException();
        }
    }
}
