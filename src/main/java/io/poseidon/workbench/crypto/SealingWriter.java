package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.age.Envelope;
import io.poseidon.workbench.crypto.age.PayloadKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Encrypts what is written to it as an age v1 file. Call [#finish] at the end: a file that was closed without it
/// (after a failure, say) lacks its last chunk and opens nowhere. Closing zeroes the keys and closes the stream below.
/// For one thread.
public final class SealingWriter extends OutputStream {

    private final OutputStream out;
    private final PayloadKey key;
    private final PayloadKey.Chunks chunks;
    private final ByteBuffer plain = ByteBuffer.allocate(PayloadKey.CHUNK);
    private final ByteBuffer sealed = ByteBuffer.allocate(PayloadKey.CHUNK + PayloadKey.TAG);
    private long number;
    private boolean finished;

    private SealingWriter(OutputStream out, PayloadKey key) {
        this.out = out;
        this.key = key;
        this.chunks = key.sealing();
    }

    /// Writes the header at once. A passphrase stands alone; post-quantum recipients stand only with their kind.
    public static SealingWriter to(OutputStream out, List<Recipient> recipients) throws IOException {
        var envelope = Envelope.seal(recipients.stream().map(Recipient::wrapper).toList());
        out.write(envelope.head());
        return new SealingWriter(out, envelope.key());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (finished) {
            throw new IOException("already finished");
        }
        int from = offset;
        int left = length;
        while (left > 0) {
            if (!plain.hasRemaining()) {
                chunk(false);
            }
            int n = Math.min(left, plain.remaining());
            plain.put(bytes, from, n);
            from += n;
            left -= n;
        }
    }

    /// Writes the last chunk and flushes; nothing can be written afterwards.
    public void finish() throws IOException {
        if (!finished) {
            chunk(true);
            finished = true;
            out.flush();
        }
    }

    private void chunk(boolean last) throws IOException {
        plain.flip();
        sealed.clear();
        chunks.chunk(number++, last, plain, sealed);
        out.write(sealed.array(), 0, sealed.position());
        plain.clear();
    }

    @Override
    public void close() throws IOException {
        finished = true;
        key.close();
        Arrays.fill(plain.array(), (byte) 0);
        out.close();
    }
}
