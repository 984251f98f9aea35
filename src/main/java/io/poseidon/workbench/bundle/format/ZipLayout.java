package io.poseidon.workbench.bundle.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Every byte of a container that is not an entry's own content, computed from the entries alone (PKWARE APPNOTE
/// 6.3.10). There is one way only to write given entries: stored, dated 1 January 1980, no flags, comments,
/// descriptors or attributes, and the ZIP64 fields exactly where a size or an offset does not fit 32 bits. So a reader
/// that compares finds every change, and a writer that prints cannot differ.
final class ZipLayout {

    /// What the file begins with: the signature of a local header.
    static final int SIGNATURE = 0x04034b50;

    static final int END = 22;
    static final int ZIP64_TAIL = 56 + 20;
    static final long LIMIT = 0xFFFF_FFFFL;

    private static final int LOCAL = 30;
    private static final int CENTRAL = 46;
    private static final int DATE_1980_01_01 = 0x21;
    private static final int PLAIN_VERSION = 10;
    private static final int ZIP64_VERSION = 45;

    private final List<Entry> entries;
    private final long[] headerAt;
    private final long directoryAt;

    ZipLayout(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        headerAt = new long[entries.size()];
        long at = 0;
        for (int i = 0; i < headerAt.length; i++) {
            headerAt[i] = at;
            at = Math.addExact(
                    at, Math.addExact(localHeader(i).length, entries.get(i).size()));
        }
        directoryAt = at;
    }

    long headerAt(int index) {
        return headerAt[index];
    }

    long contentAt(int index) {
        return headerAt[index] + localHeader(index).length;
    }

    long directoryAt() {
        return directoryAt;
    }

    long totalSize() {
        return Math.addExact(directoryAt, tail().length);
    }

    byte[] localHeader(int index) {
        var entry = entries.get(index);
        var name = entry.encodedName();
        int extra = isLarge(entry) ? 20 : 0;
        var out = buffer(LOCAL + name.length + extra);
        out.putInt(SIGNATURE);
        common(out, entry, isLarge(entry) ? ZIP64_VERSION : PLAIN_VERSION);
        out.putShort((short) name.length).putShort((short) extra).put(name);
        if (isLarge(entry)) {
            out.putShort((short) 1).putShort((short) 16).putLong(entry.size()).putLong(entry.size());
        }
        return out.array();
    }

    /// Central directory and end records.
    byte[] tail() {
        var headers = new byte[entries.size()][];
        int size = 0;
        for (int i = 0; i < headers.length; i++) {
            headers[i] = centralHeader(i);
            size += headers[i].length;
        }
        boolean large = directoryAt >= LIMIT;
        var out = buffer(size + (large ? ZIP64_TAIL : 0) + END);
        for (var header : headers) {
            out.put(header);
        }
        if (large) {
            largeEnd(out, size);
        }
        end(out, size, large);
        return out.array();
    }

    private byte[] centralHeader(int index) {
        var entry = entries.get(index);
        var name = entry.encodedName();
        boolean far = headerAt[index] >= LIMIT;
        int extra = (isLarge(entry) ? 16 : 0) + (far ? 8 : 0);
        int version = extra > 0 ? ZIP64_VERSION : PLAIN_VERSION;
        var out = buffer(CENTRAL + name.length + (extra > 0 ? 4 + extra : 0));
        out.putInt(0x02014b50).putShort((short) version);
        common(out, entry, version);
        out.putShort((short) name.length).putShort((short) (extra > 0 ? 4 + extra : 0));
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt((int) Math.min(headerAt[index], LIMIT)).put(name);
        if (extra > 0) {
            out.putShort((short) 1).putShort((short) extra);
        }
        if (isLarge(entry)) {
            out.putLong(entry.size()).putLong(entry.size());
        }
        if (far) {
            out.putLong(headerAt[index]);
        }
        return out.array();
    }

    private static void common(ByteBuffer out, Entry entry, int version) {
        out.putShort((short) version).putShort((short) 0).putShort((short) 0);
        out.putShort((short) 0).putShort((short) DATE_1980_01_01).putInt((int) entry.crc());
        int size = (int) Math.min(entry.size(), LIMIT);
        out.putInt(size).putInt(size);
    }

    private void largeEnd(ByteBuffer out, long size) {
        out.putInt(0x06064b50).putLong(44);
        out.putShort((short) ZIP64_VERSION)
                .putShort((short) ZIP64_VERSION)
                .putInt(0)
                .putInt(0);
        out.putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(directoryAt);
        out.putInt(0x07064b50).putInt(0).putLong(directoryAt + size).putInt(1);
    }

    private void end(ByteBuffer out, int size, boolean large) {
        out.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        out.putShort((short) entries.size()).putShort((short) entries.size());
        out.putInt(size).putInt(large ? (int) LIMIT : (int) directoryAt).putShort((short) 0);
    }

    private static boolean isLarge(Entry entry) {
        return entry.size() >= LIMIT;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
