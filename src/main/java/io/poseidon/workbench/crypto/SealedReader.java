package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.aead.LaneTrial;
import io.poseidon.workbench.crypto.age.AgeProblem;
import io.poseidon.workbench.crypto.age.Envelope;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Opens an age v1 file that can be read at any position: a file, a part inside one, or bytes in memory.
///
/// When `open` returns, the header is authenticated and the **last chunk is verified as the last**, so that a file
/// that was cut never looks whole. Plaintext exists in memory only. [#read] may be called by several threads at
/// once. The owner closes: that zeroes the key, and closes the file where the reader opened it itself.
public final class SealedReader implements AutoCloseable {

    private static final int SEALED_CHUNK = PayloadKey.CHUNK + PayloadKey.TAG;

    private final Ciphertext source;
    private final long start;
    private final PayloadKey key;
    private final long chunks;
    private final long size;

    private SealedReader(Ciphertext source, Envelope.Opened envelope) {
        this.source = source;
        this.start = envelope.length();
        this.key = envelope.key();
        long payload = source.size() - start;
        this.chunks = Math.ceilDiv(payload, SEALED_CHUNK);
        this.size = payload - chunks * PayloadKey.TAG;
        long last = payload - (chunks - 1) * SEALED_CHUNK;
        if (chunks == 0 || last < PayloadKey.TAG || last == PayloadKey.TAG && chunks > 1) {
            throw AgeProblem.payload();
        }
    }

    public static SealedReader open(Path file, List<Identity> identities) {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, SealedReader.class, "file-unreadable", file.getFileName())
                    .because(e);
        }
        return open(Ciphertext.owning(channel), identities);
    }

    /// A part of a file; the caller keeps the channel open while it reads and closes it itself.
    public static SealedReader open(FileChannel channel, long offset, long length, List<Identity> identities) {
        return open(Ciphertext.of(channel, offset, length), identities);
    }

    public static SealedReader open(byte[] file, List<Identity> identities) {
        return open(Ciphertext.of(file), identities);
    }

    private static SealedReader open(Ciphertext source, List<Identity> identities) {
        try {
            var head = new BufferedInputStream(source.stream());
            var unwrappers = identities.stream().map(Identity::unwrapper).toList();
            return verified(source, Envelope.open(head, unwrappers));
        } catch (IOException e) {
            source.close();
            throw unreadable(e);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static SealedReader verified(Ciphertext source, Envelope.Opened envelope) throws IOException {
        try {
            var reader = new SealedReader(source, envelope);
            reader.chunk(reader.chunks - 1);
            return reader;
        } catch (IOException | RuntimeException e) {
            envelope.key().close();
            throw e;
        }
    }

    /// Bytes of plaintext.
    public long size() {
        return size;
    }

    /// Fills `into` from a position of the plaintext on; returns the bytes read, -1 at the end. Deciphers only the
    /// chunks it needs.
    public int read(long position, ByteBuffer into) {
        if (position >= size) {
            return -1;
        }
        int wanted = into.remaining();
        try {
            for (long at = position; into.hasRemaining() && at < size; ) {
                var chunk = chunk(at / PayloadKey.CHUNK);
                chunk.position((int) (at % PayloadKey.CHUNK));
                int n = Math.min(chunk.remaining(), into.remaining());
                into.put(chunk.slice(chunk.position(), n));
                at += n;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return wanted - into.remaining();
    }

    /// The plaintext from its beginning, deciphered ahead by all processors. Reports the fraction read, stops when
    /// cancelled. Closing the stream leaves the reader open.
    public InputStream stream(Progress progress) {
        return new ChunkedInputStream(this, progress);
    }

    /// Which digests a pass takes: that of the sealed bytes always, that of the plaintext where it is asked for.
    public enum Digests {
        SEALED,
        BOTH
    }

    /// What one pass over everything found: the SHA-256 and the CRC-32 of the sealed bytes, the SHA-256 of the
    /// plaintext where it was asked for and could be deciphered, and why it could not.
    public record Passed(Digest sealed, long crc, Optional<Digest> plain, Optional<Problem> failure) {}

    /// Deciphers everything into `into` and digests it, reading the sealed bytes once. Nothing of the plaintext is
    /// to be shown before the digests have been held to what was signed. A chunk that does not authenticate ends
    /// the deciphering, not the pass. Reports the fraction done, from any thread, and stops when cancelled.
    public Passed pass(Plaintext into, Digests digests, Progress progress) {
        return pass(new SealedPass.Aim(into, digests == Digests.BOTH), progress, LaneTrial.over(size));
    }

    Passed pass(SealedPass.Aim aim, Progress progress, LaneTrial trial) {
        try {
            return new SealedPass(source, new SealedPass.Chunks(start, chunks, key), aim, progress, trial).run();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    long chunkCount() {
        return chunks;
    }

    /// Deciphers neighbouring chunks side by side into `into`, which has room for them; returns the bytes written.
    int chunks(long first, int count, byte[] into) throws IOException {
        long from = start + first * SEALED_CHUNK;
        int length = (int) Math.min((long) count * SEALED_CHUNK, source.size() - from);
        var sealed = ByteBuffer.allocate(length);
        source.read(from, sealed);
        int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
        // what one of them throws would not wait for the others, who write into what is the caller's
        var failures = IntStream.range(0, workers)
                .parallel()
                .mapToObj(worker -> failure(() -> {
                    var opening = key.opening();
                    for (int i = worker; i < count; i += workers) {
                        openChunk(opening, first + i, sealed.duplicate().position(i * SEALED_CHUNK), into, i);
                    }
                }))
                .flatMap(Optional::stream)
                .toList();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return length - count * PayloadKey.TAG;
    }

    private static Optional<Problem> failure(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem);
        }
    }

    private void openChunk(PayloadKey.Chunks opening, long number, ByteBuffer sealed, byte[] into, int slot) {
        sealed.limit(Math.min(sealed.limit(), sealed.position() + SEALED_CHUNK));
        int at = slot * PayloadKey.CHUNK;
        int length = sealed.remaining() - PayloadKey.TAG;
        opening.chunk(number, number == chunks - 1, sealed, ByteBuffer.wrap(into, at, length));
    }

    private ByteBuffer chunk(long number) throws IOException {
        var plain = new byte[PayloadKey.CHUNK];
        int length = chunks(number, 1, plain);
        return ByteBuffer.wrap(plain, 0, length);
    }

    static Problem unreadable(IOException e) {
        return Problem.of(Kind.INPUT, SealedReader.class, "sealed-unreadable").because(e);
    }

    @Override
    public void close() {
        key.close();
        source.close();
    }
}
