package io.poseidon.workbench.bundle.workshop;

import io.poseidon.workbench.bundle.format.Tally;
import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.crypto.Recipient;
import io.poseidon.workbench.crypto.SealingWriter;
import io.poseidon.workbench.engine.ArrowTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A folder beside the target where a sealed file is put together, readable by its owner only. It never holds
/// plaintext. Closing it clears it away, whatever happened; where the process is killed, the next one to work in the
/// same place does.
public final class Workshop implements AutoCloseable {

    private static final String DRAFT = "draft";
    private static final int BUFFER = 1 << 18;

    private final Path target;
    private final WorkshopLock lock;
    private final Path folder;

    /// Clears what killed processes left beside `target`, and makes room for new work.
    public Workshop(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        var place = Objects.requireNonNull(this.target.getParent());
        WorkshopLock.clearAbandoned(place);
        this.lock = WorkshopLock.in(place);
        this.folder = Files.createDirectory(lock.folder(), ownerOnly(place));
    }

    private static FileAttribute<?>[] ownerOnly(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /// Encrypts a table as an Arrow IPC stream.
    public Part seal(ArrowTable table, List<Recipient> recipients, Description description) throws IOException {
        try (var file = new BufferedOutputStream(Files.newOutputStream(part(table.name())), BUFFER);
                var sealed = new Tally(file);
                var writer = SealingWriter.to(sealed, recipients);
                var plain = new Tally(writer)) {
            table.writeTo(plain, provenance(description));
            writer.finish();
            return new Part(table.name(), table.count(), sealed.size(), sealed.digest(), plain.size(), plain.digest());
        }
    }

    private static Map<String, String> provenance(Description description) {
        var edition = description.edition();
        return Map.of(
                "poseidon.dataset_id", edition.product() + "-" + edition.edition(),
                "poseidon.version", description.version().name(),
                "poseidon.rho", description.privacy().rho().toString());
    }

    /// Where a table's encrypted part lies.
    public Path part(String table) {
        return folder.resolve(table + ".part");
    }

    /// The whole file until it is delivered.
    public Path draft() {
        return folder.resolve(DRAFT);
    }

    /// Moves the draft into place once the disk has it.
    public void deliver() throws IOException {
        try (var draft = FileChannel.open(draft(), StandardOpenOption.WRITE)) {
            draft.force(true);
        }
        Files.move(draft(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            WorkshopLock.clear(folder);
        }
    }
}
