package io.poseidon.workbench.crypto.payload;

import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.crypto.age.AgeProblem;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// The sealed chunks of one age file: 64 KiB of plaintext and a tag in each, the last one shorter and marked as the
/// last. May be read by several threads at once. Source and key are the caller's, who closes them afterwards.
public final class Payload {

    static final int SEALED_CHUNK = PayloadKey.CHUNK + PayloadKey.TAG;

    private final Ciphertext source;
    private final long start;
    private final PayloadKey key;
    private final long count;
    private final long size;

    /// The running digests of a pass: of everything in the source, header included, and of the plaintext where that is
    /// asked for.
    public record Sums(MessageDigest sealed, CRC32 crc, Optional<MessageDigest> plain) {}

    /// From `start` to the end of the source. A length that no payload has is a problem.
    public Payload(Ciphertext source, long start, PayloadKey key) {
        this.source = source;
        this.start = start;
        this.key = key;
        long length = source.size() - start;
        this.count = Math.ceilDiv(length, SEALED_CHUNK);
        this.size = length - count * PayloadKey.TAG;
        long last = length - (count - 1) * SEALED_CHUNK;
        if (count == 0 || last < PayloadKey.TAG || last == PayloadKey.TAG && count > 1) {
            throw AgeProblem.payload();
        }
    }

    /// Fails where the last chunk does not authenticate as the last.
    public void checkEnd() throws IOException {
        chunk(count - 1);
    }

    /// Bytes of plaintext.
    public long size() {
        return size;
    }

    /// Fills `into` from a position of the plaintext on; returns the bytes read, -1 at the end. Deciphers only the
    /// chunks it needs.
    public int read(long position, ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        int wanted = into.remaining();
        for (long at = position; into.hasRemaining() && at < size; ) {
            var chunk = chunk(at / PayloadKey.CHUNK);
            chunk.position((int) (at % PayloadKey.CHUNK));
            int n = Math.min(chunk.remaining(), into.remaining());
            into.put(chunk.slice(chunk.position(), n));
            at += n;
        }
        return wanted - into.remaining();
    }

    /// The plaintext from its beginning, deciphered ahead by all processors.
    public InputStream stream(Progress progress) {
        return new ChunkedInputStream(this, progress);
    }

    /// Deciphers everything into `into` and keeps the sums, reading the source once. A chunk that does not authenticate
    /// is returned, and ends the deciphering and the sum of the plaintext, not the others.
    public Optional<Problem> pass(Plaintext into, Sums sums, OpeningRace race, Progress progress) throws IOException {
        race.expect(size);
        return new SealedPass(this, into, sums, progress, race).run();
    }

    Ciphertext source() {
        return source;
    }

    /// Where the first chunk begins.
    long start() {
        return start;
    }

    PayloadKey key() {
        return key;
    }

    /// Of chunks.
    long count() {
        return count;
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
        opening.chunk(number, number == count - 1, sealed, ByteBuffer.wrap(into, at, length));
    }

    private ByteBuffer chunk(long number) throws IOException {
        var plain = new byte[PayloadKey.CHUNK];
        int length = chunks(number, 1, plain);
        return ByteBuffer.wrap(plain, 0, length);
    }
}
