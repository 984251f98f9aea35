package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.engine.ArrowTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A purchase that was verified and deciphered to memory. Whoever opened it closes it, after every session that sees
/// its tables.
public final class OpenedBundle implements AutoCloseable {

    private final Path file;
    private final Contents contents;
    private final List<ArrowTable> tables;

    OpenedBundle(Path file, Contents contents, List<ArrowTable> tables) {
        this.file = file;
        this.contents = contents;
        this.tables = List.copyOf(tables);
    }

    public Path file() {
        return file;
    }

    public Manifest manifest() {
        return contents.manifest();
    }

    /// The licence of the identity that opened it.
    public Licence licence() {
        return contents.licence();
    }

    public Trust.Signer signer() {
        return contents.signer();
    }

    /// In the manifest's order.
    public List<ArrowTable> tables() {
        return tables;
    }

    public Optional<ArrowTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    @Override
    public void close() {
        tables.forEach(ArrowTable::close);
    }
}
