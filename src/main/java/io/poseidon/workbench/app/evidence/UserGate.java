package io.poseidon.workbench.app.evidence;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.gate.Notary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// A person's gate: the log in their folder, and their own key for evidence.
///
/// Cells are safe already and the folder is the person's own, so a log that is damaged or cannot be written takes no
/// answer away from them: it is told, kept as it is, and what is asked until it is mended is remembered by the process
/// alone.
///
/// @param trouble what to tell the person: the log is not in use, or a torn line was cut off
public record UserGate(Gate gate, Optional<Problem> trouble) {

    public static UserGate open(Path folder, Notary notary, Place place, Clock clock) {
        try {
            var log = AuditLog.open(folder, clock);
            var torn = log.wasTorn()
                    ? Optional.of(Problem.of(Kind.INPUT, UserGate.class, "log-was-torn", folder.resolve(AuditLog.NAME)))
                    : Optional.<Problem>empty();
            return new UserGate(new Gate(log, Optional.of(notary), place), torn);
        } catch (Problem e) {
            return new UserGate(new Gate(AuditLog.inMemory(clock), Optional.of(notary), place), Optional.of(e));
        }
    }
}
