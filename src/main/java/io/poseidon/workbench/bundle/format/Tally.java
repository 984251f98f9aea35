package io.poseidon.workbench.bundle.format;

import io.poseidon.workbench.crypto.Digest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/// Counts and digests the bytes that pass; closing it leaves the stream below open. One thread; [#digest] once, at the
/// end.
public final class Tally extends FilterOutputStream {

    private final MessageDigest sha256 = Digest.start();
    private long size;

    public Tally(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        sha256.update(bytes, offset, length);
        size += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    public long size() {
        return size;
    }

    public Digest digest() {
        return Digest.finish(sha256);
    }
}
