package io.poseidon.workbench.bench;

import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import java.nio.file.Path;
import java.util.List;

/// Opens one sealed file, as the first thing a process does: file, identity and signer's key are its arguments.
public final class FirstOpening {

    private FirstOpening() {}

    public static void main(String[] arguments) {
        var verifier = new Verifier(Trust.of(List.of(Path.of(arguments[2]))), Sealed.DURING);
        var identities = IdentityFile.read(Path.of(arguments[1]), () -> {
            throw new IllegalStateException("the identity has no passphrase");
        });
        var watch = Opening.Watch.of(Progress.NONE);
        try (var engine = Engine.start();
                var bundle = verifier.open(engine, Path.of(arguments[0]), identities, watch)
                        .orThrow()) {
            System.out.println(bundle.tables().getFirst().count());
        }
    }
}
