package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folder `LEDGER.releases` beside a ledger: one file for each edition, which the publisher never gives away.
final class ReleaseStore {

    private static final String EXTENSION = ".csv";

    private final Path folder;

    ReleaseStore(Path ledger) {
        folder = ledger.resolveSibling(ledger.getFileName() + ".releases");
    }

    void write(EditionId edition, byte[] release) {
        try {
            Durable.write(file(edition), release);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, ReleaseLedger.class, "cannot-write", file(edition))
                    .because(e);
        }
    }

    /// The bytes the ledger vouches for, or a problem.
    byte[] read(EditionId edition, Digest expected) {
        var file = file(edition);
        if (!Files.exists(file)) {
            throw Problem.of(Kind.INPUT, ReleaseLedger.class, "release-missing", edition, file);
        }
        try {
            var bytes = Files.readAllBytes(file);
            if (!Digest.of(bytes).equals(expected)) {
                throw Problem.of(Kind.INPUT, ReleaseLedger.class, "release-damaged", edition, file);
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, ReleaseLedger.class, "file-unreadable", file)
                    .because(e);
        }
    }

    /// A release that no entry paid for means that the ledger is an older copy of itself. A release that is paid for
    /// and missing means that its edition cannot be sealed again as it was sold.
    void check(LedgerState state) {
        var known = state.editions().stream()
                .map(edition -> file(edition.terms().edition()))
                .toList();
        for (var file : files()) {
            if (!known.contains(file)) {
                throw Problem.of(Kind.INPUT, ReleaseLedger.class, "release-unaccounted", file);
            }
        }
        for (var edition : state.editions()) {
            var file = file(edition.terms().edition());
            if (edition.release().isPresent() && !Files.exists(file)) {
                throw Problem.of(
                        Kind.INPUT,
                        ReleaseLedger.class,
                        "release-missing",
                        edition.terms().edition(),
                        file);
            }
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var tree = Files.walk(folder, 2)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !Durable.isUnfinished(file))
                    .toList();
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, ReleaseLedger.class, "file-unreadable", folder)
                    .because(e);
        }
    }

    private Path file(EditionId edition) {
        return folder.resolve(edition.product()).resolve(edition.edition() + EXTENSION);
    }
}
