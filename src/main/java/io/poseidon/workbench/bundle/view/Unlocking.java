package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Reads an identity file, opens one bundle with it, and destroys the keys. On the job's thread.
final class Unlocking {

    private final Engine engine;

    Unlocking(Engine engine) {
        this.engine = engine;
    }

    /// What became of it, and the fingerprint of the key: the SHA-256 of its recipient.
    record Result(Opening opening, String fingerprint) {}

    Result unlock(Verifier verifier, Path file, Path identity, char[] passphrase, Opening.Watch watch) {
        List<Identity> identities = List.of();
        try {
            identities = IdentityFile.read(identity, () -> Passphrase.of(passphrase));
            var opening = verifier.open(engine, file, identities, watch);
            return new Result(opening, fingerprint(identities.getFirst()));
        } finally {
            identities.forEach(Identity::close);
            Arrays.fill(passphrase, '\0');
        }
    }

    private static String fingerprint(Identity identity) {
        var recipient = identity.recipient().map(Object::toString).orElse("");
        return Digest.of(recipient.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
