package io.poseidon.workbench.bundle.format;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SealedReader;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.zip.CRC32;

/// A sealed file opened for reading: a ZIP in the strict profile of [ZipLayout], with no entry twice. Content is
/// read in place, never as a whole file. Whoever opens it closes it; one thread at a time, but every section has
/// its own position.
public final class Container implements AutoCloseable {

    private static final int CHUNK = 1 << 18;

    private final Path path;
    private final FileChannel file;
    private final List<Entry> entries;
    private final ZipLayout layout;

    private Container(Path path, FileChannel file, List<Entry> entries) {
        this.path = path;
        this.file = file;
        this.entries = List.copyOf(entries);
        this.layout = new ZipLayout(entries);
    }

    /// Problems: `damaged`; `container-unreadable` where there is no such file or it may not be read.
    public static Container open(Path path) {
        FileChannel file;
        try {
            file = FileChannel.open(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        try {
            var entries = new ZipDirectory(file).read();
            if (!entries.stream().map(Entry::name).allMatch(new HashSet<>()::add)) {
                throw Damage.at("ZIP directory");
            }
            return new Container(path, file, entries);
        } catch (IOException e) {
            close(file);
            throw unreadable(path, e);
        } catch (Problem e) {
            close(file);
            throw e;
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    public Entry entry(String name) {
        return entries.get(index(name));
    }

    /// The content of a small entry, its CRC verified; larger than `most` bytes is damage. Where the disk fails,
    /// here and in [#digest], `container-unreadable`.
    public byte[] bytes(String name, int most) {
        int index = index(name);
        var entry = entries.get(index);
        if (entry.size() > most) {
            throw Damage.at(name);
        }
        var content = new byte[(int) entry.size()];
        var buffer = ByteBuffer.wrap(content);
        try (var section = section(name)) {
            while (buffer.hasRemaining()) {
                section.read(buffer);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        var crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != entry.crc()) {
            throw Damage.at(name);
        }
        return content;
    }

    /// The SHA-256 of an entry of any size, its CRC verified, in one pass.
    public Digest digest(String name, Progress progress) {
        var entry = entry(name);
        var sha256 = Digest.start();
        var crc = new CRC32();
        var chunk = ByteBuffer.allocate(CHUNK);
        try (var section = section(name)) {
            while (section.read(chunk.clear()) >= 0) {
                progress.checkCancelled();
                sha256.update(chunk.flip());
                crc.update(chunk.rewind());
                progress.report((double) section.position() / entry.size(), name);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (crc.getValue() != entry.crc()) {
            throw Damage.at(name);
        }
        return Digest.finish(sha256);
    }

    /// The content of an entry, unverified.
    public SeekableByteChannel section(String name) {
        int index = index(name);
        return new Section(file, layout.contentAt(index), entries.get(index).size());
    }

    /// An entry that is an age file, opened with these identities; close it before the container.
    public SealedReader sealed(String name, List<Identity> identities) {
        int index = index(name);
        return SealedReader.open(
                file, layout.contentAt(index), entries.get(index).size(), identities);
    }

    /// As [#digest], and deciphers on the way; `sealed` is this entry as [#sealed] opened it.
    public SealedReader.Passed pass(String name, SealedReader sealed, SealedReader.Aim aim, Progress progress) {
        var passed = sealed.pass(aim, progress);
        if (passed.crc() != entry(name).crc()) {
            throw Damage.at(name);
        }
        return passed;
    }

    @Override
    public void close() {
        close(file);
    }

    private int index(String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                return i;
            }
        }
        throw Damage.at(name);
    }

    private static Problem unreadable(Path path, IOException cause) {
        return Problem.of(Kind.INPUT, Container.class, "container-unreadable", path.getFileName())
                .because(cause);
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
