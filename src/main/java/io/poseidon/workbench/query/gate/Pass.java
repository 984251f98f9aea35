package io.poseidon.workbench.query.gate;

import io.poseidon.workbench.query.audit.AuditEntry.Corrected;
import io.poseidon.workbench.query.audit.AuditEntry.Left;
import io.poseidon.workbench.query.audit.Exit;

/// An answer's way out. `decision` is the sequence of the line that let it be.
public record Pass(Gate gate, long decision) {

    /// Call it when everything that leaves is there and before it leaves; a problem means that it must not.
    ///
    /// @param form the kind of file, or what is on the clipboard or in the picture
    /// @param sha256 of the bytes that leave
    /// @param rows -1 where they were not counted
    public void leaves(Exit exit, String form, String sha256, long rows) {
        var log = gate.log();
        log.append(new Left(decision, exit, form, log.keyed(sha256), rows));
    }

    /// Takes back that this was answered: rows further down could not be had.
    public void failed(String code) {
        gate.log().append(new Corrected(decision, code));
    }
}
