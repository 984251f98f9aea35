package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.text.SqlText;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.PrivacyLedger;
import io.poseidon.workbench.query.audit.AuditEntry.Brought;
import io.poseidon.workbench.query.audit.AuditEntry.Charged;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.audit.AuditEntry.Corrected;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Joined;
import io.poseidon.workbench.query.audit.AuditEntry.Left;
import io.poseidon.workbench.query.audit.AuditEntry.Outcome;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import io.poseidon.workbench.query.audit.AuditEntry.Text;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.rows.Recorded.Origin;
import io.poseidon.workbench.query.rows.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Writes down every question over rows and how it ended, before the reply leaves; a reply that cannot be written down
/// does not leave. The privacy ledger is the truth about what was spent: where a crash came between the two, the log is
/// brought up to it at the next start. One thread.
final class RowMinutes {

    private final Gate gate;
    private final SqlText text;
    private final PrivacyLedger ledger;
    private final PolicyDocument policy;
    private final Snapshot snapshot;

    RowMinutes(AuditLog log, SqlText text, PrivacyLedger ledger, PolicyDocument policy, Snapshot snapshot) {
        this.gate = new Gate(log, Optional.empty(), Place.SHARD);
        this.text = text;
        this.ledger = ledger;
        this.policy = policy;
        this.snapshot = snapshot;
    }

    /// Opens or starts the log in the holder's folder, and brings it up to the ledger.
    static AuditLog log(Path state, PrivacyLedger ledger, Clock clock) {
        var log = AuditLog.open(state, clock);
        catchUp(log, ledger);
        return log;
    }

    /// For each reservation of an organisation beyond what its last line says was spent, with the tables that were
    /// frozen for it.
    private static void catchUp(AuditLog log, PrivacyLedger ledger) {
        Map<String, Rational> known = new HashMap<>();
        for (var line : log.lines()) {
            switch (line.entry()) {
                case Decided decided -> decided.people().ifPresent(people -> known.put(people.buyer(), people.after()));
                case Charged charged -> known.put(charged.buyer(), charged.after());
                case Corrected ignored -> {}
                case Left ignored -> {}
            }
        }
        Map<String, Rational> running = new HashMap<>();
        Map<String, List<Brought>> frozen = new HashMap<>();
        for (var entry : ledger.entries()) {
            if (entry.kind() == LedgerEntry.Kind.FROZEN) {
                var own = new Brought(entry.question(), entry.vectors().getFirst(), List.of(), false);
                frozen.computeIfAbsent(entry.buyer(), any -> new ArrayList<>()).add(own);
                continue;
            }
            var fresh = Optional.ofNullable(frozen.remove(entry.buyer())).orElse(List.of());
            var before = running.getOrDefault(entry.buyer(), Rational.ZERO);
            var after = before.plus(entry.rho());
            running.put(entry.buyer(), after);
            boolean isMissing = after.compareTo(known.getOrDefault(entry.buyer(), Rational.ZERO)) > 0;
            if (entry.rho().signum() > 0 && isMissing) {
                log.append(new Charged(entry.buyer(), entry.snapshot(), entry.vectors(), before, after, fresh));
            }
        }
    }

    PolicyDocument policy() {
        return policy;
    }

    /// `answer` says what its question made of own tables, and then answers.
    Recorded recorded(Asking asking, Occasion occasion, Function<Consumer<List<Joined>>, RowReply> answer) {
        var buyer = asking.buyer();
        var circumstances = Circumstances.of(occasion, asking.uploads());
        var joined = new ArrayList<Joined>();
        var question = new Asked(
                buyer, Text.of(asking.sql()), circumstances, ledger.spentBy(buyer), joined, System.nanoTime());
        try {
            var reply = answer.apply(joined::addAll);
            var pass = gate.decided(decided(question, reply));
            var origin = new Origin(
                    snapshot.table().name(),
                    snapshot.key().serial(),
                    policy.digest(),
                    buyer,
                    question.text().digest(),
                    asking.uploads());
            return new Recorded(reply, pass, origin);
        } catch (Problem failed) {
            gate.decided(line(question, Optional.empty(), Ending.without(Outcome.FAILED, failed.code())));
            throw failed;
        } catch (CancelledException cancelled) {
            gate.decided(line(question, Optional.empty(), Ending.without(Outcome.CANCELLED, "")));
            throw cancelled;
        }
    }

    private record Asked(
            String buyer, Text text, Circumstances circumstances, Rational before, List<Joined> joined, long started) {

        Duration took() {
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }

    private Decided decided(Asked asked, RowReply reply) {
        return switch (reply) {
            case RowReply.Answered answered ->
                line(asked, Optional.of(answered.decision()), Ending.answered(regenerated(asked), keyed(answered)));
            case RowReply.Refused refused ->
                line(asked, Optional.of(refused.decision()), Ending.without(Outcome.REFUSED, ""));
        };
    }

    private String regenerated(Asked asked) {
        return text.toSql(text.toTree(asked.text().words()));
    }

    private String keyed(RowReply.Answered answered) {
        return gate.log().keyed(Sha256.of(answered.rows().toString()));
    }

    /// What a line says besides the question and the decision.
    private record Ending(Outcome outcome, String code, Optional<String> ran, Optional<String> result) {

        static Ending answered(String ran, String result) {
            return new Ending(Outcome.ANSWERED, "", Optional.of(ran), Optional.of(result));
        }

        static Ending without(Outcome outcome, String code) {
            return new Ending(outcome, code, Optional.empty(), Optional.empty());
        }
    }

    private Decided line(Asked asked, Optional<Decision> decision, Ending ending) {
        var people = new People(
                asked.buyer(),
                snapshot.table().name(),
                snapshot.key().serial(),
                asked.before(),
                ledger.spentBy(asked.buyer()),
                asked.joined());
        return new Decided(
                Place.SHARD,
                snapshot.table().name(),
                policy.digest(),
                asked.text(),
                asked.circumstances(),
                ending.ran(),
                ending.outcome(),
                decision.map(Decision::word).orElse(""),
                decision.map(Decision::reasons).orElse(List.of()),
                ending.code(),
                ending.result(),
                -1,
                asked.took(),
                Optional.of(people));
    }
}
