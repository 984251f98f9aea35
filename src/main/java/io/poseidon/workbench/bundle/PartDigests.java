package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.format.Entry;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.job.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/// Holds the encrypted parts to the sizes and digests of the manifest, and to the container's CRC, in one pass.
final class PartDigests {

    private static final int CHUNK = 1 << 18;

    private final Container container;
    private final Progress progress;

    PartDigests(Container container, Progress progress) {
        this.container = container;
        this.progress = progress;
    }

    void holdTo(List<Part> parts) {
        parts.forEach(this::holdTo);
    }

    private void holdTo(Part part) {
        var entry = container.entry(part.entry());
        if (entry.size() != part.sealedSize() || !digest(entry).equals(part.sealed())) {
            throw Damage.at(part.entry());
        }
    }

    private Digest digest(Entry entry) {
        var sha256 = Digest.start();
        var crc = new CRC32();
        var chunk = ByteBuffer.allocate(CHUNK);
        try (var section = container.section(entry.name())) {
            while (section.read(chunk.clear()) >= 0) {
                progress.checkCancelled();
                sha256.update(chunk.flip());
                crc.update(chunk.rewind());
                progress.report((double) section.position() / entry.size(), entry.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (crc.getValue() != entry.crc()) {
            throw Damage.at(entry.name());
        }
        return Digest.finish(sha256);
    }
}
