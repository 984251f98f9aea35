package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SealedReader;
import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.crypto.payload.Plaintext;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.IncomingTable;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One encrypted part, read once: its ciphertext is digested and, where identities open it, deciphered on the way.
///
/// What goes wrong with the ciphertext's digest is thrown at once. Everything later in the order of verdicts is
/// kept back until it is asked for: why the part does not unlock, and why it does not decipher to what was
/// promised. Closing it gives the plaintext's memory back unless a table was taken.
final class PartPass implements AutoCloseable {

    private final Part part;
    private @Nullable Problem locked;
    private @Nullable Problem damaged;
    private @Nullable IncomingTable incoming;

    private PartPass(Part part) {
        this.part = part;
    }

    /// Digests the ciphertext only.
    static PartPass digest(Container container, Part part, Progress progress) {
        holdToDigest(part, container.digest(part.entry(), progress));
        return new PartPass(part);
    }

    /// Deciphers as well, to memory where there is an engine and to nowhere, for its digest, otherwise.
    static PartPass decipher(Container container, Part part, SealedParts.Reader reader, Progress progress) {
        var pass = new PartPass(part);
        try (var sealed = pass.unlock(container, reader.identities())) {
            if (sealed == null || !pass.makeRoom(sealed, reader.engine())) {
                holdToDigest(part, container.digest(part.entry(), progress));
                return pass;
            }
            var found = pass.decipher(container, sealed, reader.race(), progress);
            holdToDigest(part, found.sealed());
            pass.holdToPlain(found);
            return pass;
        } catch (RuntimeException e) {
            pass.close();
            throw e;
        }
    }

    Part part() {
        return part;
    }

    Optional<Problem> locked() {
        return Optional.ofNullable(locked);
    }

    Optional<Problem> damaged() {
        return Optional.ofNullable(damaged);
    }

    /// What was deciphered, where it was kept; still this pass's to close.
    Optional<IncomingTable> incoming() {
        return Optional.ofNullable(incoming);
    }

    @Override
    public void close() {
        if (incoming != null) {
            incoming.close();
        }
    }

    private @Nullable SealedReader unlock(Container container, List<Identity> identities) {
        try {
            return container.sealed(part.entry(), identities);
        } catch (Problem problem) {
            locked = problem;
            return null;
        }
    }

    private boolean makeRoom(SealedReader sealed, Optional<Engine> engine) {
        if (sealed.size() != part.plainSize()) {
            damaged = Damage.at(part.entry());
            return false;
        }
        try {
            incoming = engine.map(memory -> new IncomingTable(memory, part.table(), part.plainSize()))
                    .orElse(null);
            return true;
        } catch (Problem problem) {
            damaged = problem;
            return false;
        }
    }

    private static void holdToDigest(Part part, Digest found) {
        if (!found.equals(part.sealed())) {
            throw Damage.at(part.entry());
        }
    }

    /// What is kept needs no digest of its plaintext: the digest of its ciphertext and the MAC of its header leave
    /// it no choice. Where nothing is kept, what the publisher says of the plaintext is checked as well.
    private SealedReader.Passed decipher(
            Container container, SealedReader sealed, OpeningRace race, Progress progress) {
        var into = incoming;
        var aim = into == null
                ? new SealedReader.Aim(Plaintext.NOWHERE, SealedReader.Digests.BOTH, race)
                : new SealedReader.Aim(into::put, SealedReader.Digests.SEALED, race);
        return container.pass(part.entry(), sealed, aim, progress);
    }

    private void holdToPlain(SealedReader.Passed found) {
        var problem = Damage.at(part.entry());
        if (found.failure().isPresent()) {
            damaged = problem.because(found.failure().get());
        } else if (found.plain().filter(digest -> !digest.equals(part.plain())).isPresent()) {
            damaged = problem;
        }
    }
}
