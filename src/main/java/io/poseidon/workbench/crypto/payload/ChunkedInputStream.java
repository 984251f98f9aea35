package io.poseidon.workbench.crypto.payload;

import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/// Plaintext in order, a few megabytes at a time. A chunk that does not authenticate ends it with a problem before any
/// byte of that batch is released. For one thread.
final class ChunkedInputStream extends InputStream {

    private static final int BATCH = 64;

    private final Payload payload;
    private final Progress progress;
    private final byte[] plain;
    private long next;
    private int at;
    private int end;

    ChunkedInputStream(Payload payload, Progress progress) {
        this.payload = payload;
        this.progress = progress;
        this.plain = new byte[(int) Math.min(BATCH, payload.count()) * PayloadKey.CHUNK];
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(plain, at, bytes, offset, n);
        at += n;
        return n;
    }

    @Override
    public int available() {
        return end - at;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        progress.checkCancelled();
        int count = (int) Math.min(BATCH, payload.count() - next);
        if (count <= 0) {
            return false;
        }
        at = 0;
        end = payload.chunks(next, count, plain);
        next += count;
        progress.report((double) next / payload.count(), "");
        return end > 0;
    }

    @Override
    public void close() {
        Arrays.fill(plain, (byte) 0);
        end = 0;
        at = 0;
        next = payload.count();
    }
}
