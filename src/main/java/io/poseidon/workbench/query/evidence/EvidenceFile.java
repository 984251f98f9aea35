package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.result.Drafts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A signed record and the salt that goes beside it.
public record EvidenceFile(byte[] record, Salt salt) {

    /// The salt first, since a record without it cannot be held against its result. Where no record comes to be, no
    /// salt does, and what was there before stays. `gate` is told the digest of the record before it appears.
    public void write(Path file, Consumer<String> gate) {
        Drafts.write(file, draft -> {
            Files.write(draft, record);
            gate.accept(Sha256.of(record));
            salt.write(Salt.beside(file));
        });
    }
}
