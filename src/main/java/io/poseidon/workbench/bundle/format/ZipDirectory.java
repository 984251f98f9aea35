package io.poseidon.workbench.bundle.format;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the entries a container claims to have, then holds the file to the one layout these entries can have. No
/// claimed size or offset is used before it was found within the file.
final class ZipDirectory {

    private static final int MOST_ENTRIES = 128;
    private static final int LARGEST = MOST_ENTRIES * (46 + 28 + Entry.LONGEST_NAME);

    private final FileChannel file;
    private final long fileSize;

    ZipDirectory(FileChannel file) throws IOException {
        this.file = file;
        this.fileSize = file.size();
    }

    /// The entries, in order, of a file whose headers, directory and size are exactly those of the layout.
    List<Entry> read() throws IOException {
        var entries = claimedEntries();
        ZipLayout layout;
        try {
            layout = new ZipLayout(entries);
        } catch (ArithmeticException e) {
            throw Damage.at("ZIP directory").because(e);
        }
        if (layout.totalSize() != fileSize || !holds(layout.directoryAt(), layout.tail())) {
            throw Damage.at("ZIP directory");
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!holds(layout.headerAt(i), layout.localHeader(i))) {
                throw Damage.at("ZIP header of " + entries.get(i).name());
            }
        }
        return entries;
    }

    private List<Entry> claimedEntries() throws IOException {
        if (fileSize < ZipLayout.END || bytes(0, 4).getInt(0) != ZipLayout.SIGNATURE) {
            throw Damage.at(fileSize == 0 ? "it is empty" : "it does not begin as a sealed file does");
        }
        var end = bytes(fileSize - ZipLayout.END, ZipLayout.END);
        int count = Short.toUnsignedInt(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        boolean large = Integer.toUnsignedLong(end.getInt(16)) == ZipLayout.LIMIT;
        long from = fileSize - ZipLayout.END - (large ? ZipLayout.ZIP64_TAIL : 0) - size;
        if (end.getInt(0) != 0x06054b50 || count > MOST_ENTRIES || size > LARGEST || from < 0) {
            throw Damage.at("ZIP end record");
        }
        try {
            return entries(bytes(from, (int) size), count);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Damage.at("ZIP directory").because(e);
        }
    }

    private static List<Entry> entries(ByteBuffer directory, int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(directory));
        }
        return entries;
    }

    private static Entry entry(ByteBuffer directory) {
        directory.position(directory.position() + 16);
        long crc = Integer.toUnsignedLong(directory.getInt());
        directory.getInt();
        long size = Integer.toUnsignedLong(directory.getInt());
        int nameLength = Short.toUnsignedInt(directory.getShort());
        int extraLength = Short.toUnsignedInt(directory.getShort());
        directory.position(directory.position() + 14);
        var name = new byte[Math.min(nameLength, Entry.LONGEST_NAME + 1)];
        directory.get(name);
        int next = directory.position() + extraLength;
        if (size == ZipLayout.LIMIT) {
            size = directory.getLong(directory.position() + 4);
        }
        directory.position(next);
        return new Entry(new String(name, StandardCharsets.US_ASCII), size, crc);
    }

    private boolean holds(long position, byte[] expected) throws IOException {
        return position + expected.length <= fileSize
                && Arrays.equals(bytes(position, expected.length).array(), expected);
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw Damage.at("ZIP directory");
            }
        }
        return buffer.flip();
    }
}
