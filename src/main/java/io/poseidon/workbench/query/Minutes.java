package io.poseidon.workbench.query;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Outcome;
import io.poseidon.workbench.query.audit.AuditEntry.Text;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.gate.Pass;
import io.poseidon.workbench.query.result.Provenance;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// One question on its way through the gate: however it ends, it is written down once.
final class Minutes {

    private final Gate gate;
    private final Provenance provenance;
    private final Circumstances circumstances;
    private final Text text;
    private final Decision decision;
    private final long started = System.nanoTime();

    private Minutes(Gate gate, Provenance provenance, Circumstances circumstances, Text text, Decision decision) {
        this.gate = gate;
        this.provenance = provenance;
        this.circumstances = circumstances;
        this.text = text;
        this.decision = decision;
    }

    static Minutes start(Gate gate, Provenance provenance, Circumstances circumstances, String sql, Decision decision) {
        return new Minutes(gate, provenance, circumstances, Text.of(sql), decision);
    }

    void refused(Decision.Refuse refuse) {
        write(Optional.empty(), Outcome.REFUSED, "", OptionalLong.empty());
    }

    Pass answered(String ran, OptionalLong rows) {
        return write(Optional.of(ran), Outcome.ANSWERED, "", rows);
    }

    /// Runs it; a failure and a cancellation are written down and go on.
    <T> T running(String ran, Supplier<T> run) {
        try {
            return run.get();
        } catch (Problem failed) {
            write(Optional.of(ran), Outcome.FAILED, failed.code(), OptionalLong.empty());
            throw failed;
        } catch (CancelledException cancelled) {
            write(Optional.of(ran), Outcome.CANCELLED, "", OptionalLong.empty());
            throw cancelled;
        }
    }

    private Pass write(Optional<String> ran, Outcome outcome, String code, OptionalLong rows) {
        return gate.decided(new Decided(
                gate.place(),
                provenance.dataset(),
                provenance.policyDigest(),
                text,
                circumstances,
                ran,
                outcome,
                decision.word(),
                decision.reasons(),
                code,
                Optional.empty(),
                rows.orElse(-1),
                Duration.ofNanos(System.nanoTime() - started),
                Optional.empty()));
    }
}
