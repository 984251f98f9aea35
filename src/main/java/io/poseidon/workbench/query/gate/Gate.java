package io.poseidon.workbench.query.gate;

import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.Place;
import java.time.Clock;
import java.util.Optional;

/// The one gate: every decision passes here before anybody sees it, and every answer that leaves passes its [Pass].
/// What cannot be written down does not pass. Any thread.
///
/// @param notary signs evidence; absent where nobody can
/// @param place where questions come from unless they say otherwise
public record Gate(AuditLog log, Optional<Notary> notary, Place place) {

    /// With a log that ends with the process and nobody who signs.
    public static Gate forgetful() {
        return new Gate(AuditLog.inMemory(Clock.systemUTC()), Optional.empty(), Place.QUERY);
    }

    /// Writes the decision down; the pass belongs to its answer.
    public Pass decided(Decided decision) {
        return new Pass(this, log.append(decision).sequence());
    }

    /// The same gate for questions from elsewhere.
    public Gate at(Place other) {
        return new Gate(log, notary, other);
    }
}
