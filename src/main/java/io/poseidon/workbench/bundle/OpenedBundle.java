package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.job.Held;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A purchase that was verified and deciphered to memory. Whoever opened it closes it, and whoever reads its tables
/// beyond that holds it: what was deciphered is freed when the last of them has let go.
public final class OpenedBundle implements AutoCloseable {

    private final Path file;
    private final Contents contents;
    private final List<ArrowTable> tables;
    private final Held held;

    OpenedBundle(Path file, Contents contents, List<ArrowTable> tables) {
        this.file = file;
        this.contents = contents;
        this.tables = List.copyOf(tables);
        this.held = new Held(() -> this.tables.forEach(ArrowTable::close));
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

    /// For whoever reads the tables.
    public Held.Hold hold() {
        return held.hold();
    }

    @Override
    public void close() {
        held.close();
    }
}
