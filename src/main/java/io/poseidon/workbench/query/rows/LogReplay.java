package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.Decider;
import io.poseidon.workbench.query.OwnTables;
import io.poseidon.workbench.query.audit.AuditEntry.Charged;
import io.poseidon.workbench.query.audit.AuditEntry.Corrected;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Left;
import io.poseidon.workbench.query.audit.AuditEntry.Outcome;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import io.poseidon.workbench.query.audit.AuditLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides every question of an audit log again under a policy, and counts its budget again, without any data.
///
/// Compared are the verdict with its rules and the budget before and after. Of own tables the log holds columns and
/// digest, the counts by which they were judged and the digests of what was asked for, and these are taken as they
/// stand. Beyond a replay, and counted apart, are lines under another policy, own tables in lines of the first builds,
/// and texts too long to be kept; their recorded cost is carried on. Whether the span audit refused, or the computation
/// failed, depends on released
/// numbers: there the verdict on the text and the charge are compared, and the end is taken as recorded.
public final class LogReplay implements AutoCloseable {

    /// A line that a replay does not reproduce. `what` is `verdict`, `before`, `after`
    /// or `correction`.
    public record Difference(long sequence, String what, String recorded, String replayed) {}

    /// @param decisions lines that decide
    /// @param replayed of them, decided again
    /// @param otherPolicy of them, under another policy
    /// @param beyond of them, not decidable from the log alone
    public record Result(int decisions, int replayed, int otherPolicy, int beyond, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    private final Engine engine;
    private final PolicyDocument policy;
    private final String digest;
    private final ReplayedAccount account;
    private final List<Difference> differences = new ArrayList<>();
    private final Set<Long> answered = new HashSet<>();
    private int decisions;
    private int replayed;
    private int otherPolicy;

    private LogReplay(Engine engine, PolicyDocument policy) {
        this.engine = engine;
        this.policy = policy;
        this.digest = policy.digest();
        this.account = new ReplayedAccount(engine, policy);
    }

    public static Result of(Engine engine, PolicyDocument policy, List<AuditLine> lines) {
        try (var replay = new LogReplay(engine, policy)) {
            lines.forEach(replay::next);
            int beyond = replay.decisions - replay.replayed - replay.otherPolicy;
            return new Result(replay.decisions, replay.replayed, replay.otherPolicy, beyond, replay.differences);
        }
    }

    private void next(AuditLine line) {
        switch (line.entry()) {
            case Decided decided -> decided(line.sequence(), decided);
            case Charged charged -> account.carry(charged);
            case Corrected corrected -> corrected(line.sequence(), corrected);
            case Left ignored -> {}
        }
    }

    /// Only an answer that was told can be taken back, and only once; its verdict and cost stand.
    private void corrected(long sequence, Corrected corrected) {
        if (!answered.remove(corrected.decision())) {
            differences.add(
                    new Difference(sequence, "correction", "line " + corrected.decision() + " was answered", "no"));
        }
    }

    private void decided(long sequence, Decided decided) {
        decisions++;
        if (decided.outcome() == Outcome.ANSWERED) {
            answered.add(sequence);
        }
        boolean mine = decided.policy().equals(digest);
        otherPolicy += mine ? 0 : 1;
        boolean decidable = mine
                && RecordedUploads.suffice(decided.circumstances())
                && decided.text().isWhole();
        if (!decidable) {
            decided.people().ifPresent(account::carry);
            return;
        }
        replayed++;
        decided.people()
                .ifPresentOrElse(
                        people -> overRows(sequence, decided, people),
                        () -> verdict(sequence, decided, overCells(decided)));
    }

    private Decision overCells(Decided decided) {
        var circumstances = decided.circumstances();
        var occasion = new Occasion(circumstances.day(), circumstances.purposes());
        var beside = OwnTables.beside(policy, RecordedUploads.of(circumstances));
        return new Decider(engine, beside, occasion).decide(decided.text().words());
    }

    private void overRows(long sequence, Decided decided, People people) {
        differ(sequence, "before", people.before(), account.spentBy(people));
        boolean charged = decided.outcome() == Outcome.ANSWERED
                || people.after().compareTo(people.before()) > 0
                || isBySpan(decided);
        verdict(sequence, decided, account.next(decided, people, charged));
        differ(sequence, "after", people.after(), account.spentBy(people));
        account.carry(people);
    }

    private static boolean isBySpan(Decided decided) {
        return decided.people().isPresent() && decided.rules().equals(List.of(Rule.SPAN.name()));
    }

    /// Of a question over rows that ended after it was charged, the log has the end and not the decision on the text.
    private void verdict(long sequence, Decided decided, Decision again) {
        boolean endedLater = decided.people().isPresent()
                && (isBySpan(decided) || decided.outcome() == Outcome.FAILED || decided.outcome() == Outcome.CANCELLED);
        var recorded = decided.decision() + (decided.rules().isEmpty() ? "" : " " + decided.rules());
        if (!word(again).equals(recorded) && !(endedLater && again.mayRun())) {
            differences.add(new Difference(sequence, "verdict", recorded, word(again)));
        }
    }

    private void differ(long sequence, String what, Rational recorded, Rational again) {
        if (!recorded.equals(again)) {
            differences.add(new Difference(sequence, what, recorded.toString(), again.toString()));
        }
    }

    private static String word(Decision decision) {
        return decision.word() + (decision.reasons().isEmpty() ? "" : " " + decision.reasons());
    }

    @Override
    public void close() {
        account.close();
    }
}
