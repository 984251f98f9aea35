package io.poseidon.workbench.bundle.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Writes a container from contents that lie in memory or in files. The file it writes to must not exist; moving it
/// into place is the caller's.
public final class ContainerWriter {

    private static final int CHUNK = 1 << 16;

    private sealed interface Content {
        record Memory(byte[] bytes) implements Content {}

        record Stored(Path file) implements Content {}
    }

    private record Source(String name, Content content) {}

    private final List<Source> sources = new ArrayList<>();

    public ContainerWriter add(String name, byte[] content) {
        sources.add(new Source(name, new Content.Memory(content)));
        return this;
    }

    public ContainerWriter add(String name, Path file) {
        sources.add(new Source(name, new Content.Stored(file)));
        return this;
    }

    public void writeTo(Path target) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var source : sources) {
            entries.add(entry(source));
        }
        var layout = new ZipLayout(entries);
        try (var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < entries.size(); i++) {
                put(out, layout.localHeader(i));
                copy(sources.get(i).content(), out);
            }
            put(out, layout.tail());
            if (out.size() != layout.totalSize()) {
                throw new IOException("a part changed while it was copied");
            }
        }
    }

    private static Entry entry(Source source) throws IOException {
        var crc = new CRC32();
        return switch (source.content()) {
            case Content.Memory(var bytes) -> {
                crc.update(bytes);
                yield new Entry(source.name(), bytes.length, crc.getValue());
            }
            case Content.Stored(var file) -> {
                long size = 0;
                try (var in = Files.newInputStream(file)) {
                    var chunk = new byte[CHUNK];
                    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                        crc.update(chunk, 0, read);
                        size += read;
                    }
                }
                yield new Entry(source.name(), size, crc.getValue());
            }
        };
    }

    private static void copy(Content content, FileChannel out) throws IOException {
        switch (content) {
            case Content.Memory(var bytes) -> put(out, bytes);
            case Content.Stored(var file) -> {
                try (var in = FileChannel.open(file)) {
                    long at = 0;
                    while (at < in.size()) {
                        at += in.transferTo(at, in.size() - at, out);
                    }
                }
            }
        }
    }

    private static void put(FileChannel out, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
