package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// One pass over sealed bytes that does everything there is to do with them: each batch of chunks is read once, and
/// while its ciphertext is digested its chunks are deciphered and the plaintext of the batch before is digested, on all
/// processors. Two batches are in memory at a time. What comes out of it is not to be believed before the digests are.
final class SealedPass {

    private static final int SEALED_CHUNK = PayloadKey.CHUNK + PayloadKey.TAG;
    private static final int BATCH = 64;
    private static final int LANES = 16;

    private final Ciphertext source;
    private final Chunks chunks;
    private final Plaintext into;
    private final Progress progress;
    private final MessageDigest sealedDigest = Digest.start();
    private final MessageDigest plainDigest = Digest.start();
    private final CRC32 crc = new CRC32();
    private final PayloadKey.Chunks[] lanes;
    private volatile @Nullable Problem failure;

    /// Which chunks there are: where the first begins, how many, and the key that opens them.
    record Chunks(long start, long count, PayloadKey key) {}

    SealedPass(Ciphertext source, Chunks chunks, Plaintext into, Progress progress) {
        this.source = source;
        this.chunks = chunks;
        this.into = into;
        this.progress = progress;
        this.lanes = new PayloadKey.Chunks[(int) Math.min(LANES, chunks.count())];
        Arrays.setAll(lanes, lane -> chunks.key().opening());
    }

    SealedReader.Passed run() throws IOException {
        digestHead();
        var current = new Batch();
        var before = new Batch();
        try {
            for (long first = 0; first < chunks.count(); first += BATCH) {
                progress.checkCancelled();
                current.read(first);
                work(current, before);
                progress.report(Math.min(1, (double) (first + BATCH) / chunks.count()), "");
                var spare = before;
                before = current;
                current = spare;
            }
            before.digestPlain();
        } finally {
            current.clear();
            before.clear();
        }
        var failed = Optional.ofNullable(failure);
        var plain = failed.isPresent() ? Optional.<Digest>empty() : Optional.of(Digest.finish(plainDigest));
        return new SealedReader.Passed(Digest.finish(sealedDigest), crc.getValue(), plain, failed);
    }

    private void digestHead() throws IOException {
        var head = ByteBuffer.allocate(Math.toIntExact(chunks.start()));
        source.read(0, head);
        digestSealed(head.array(), head.position());
    }

    private void digestSealed(byte[] bytes, int length) {
        sealedDigest.update(bytes, 0, length);
        crc.update(bytes, 0, length);
    }

    /// The two digests stand at the two ends, so that two processors begin with one each.
    private void work(Batch current, Batch before) {
        var tasks = new ArrayList<Runnable>(List.of(current::digestSealed));
        for (int lane = 0; lane < lanes.length; lane++) {
            int own = lane;
            tasks.add(() -> current.decipher(own));
        }
        tasks.add(before::digestPlain);
        tasks.parallelStream().forEach(Runnable::run);
    }

    private final class Batch {

        private final byte[] sealed = new byte[(int) Math.min(BATCH, chunks.count()) * SEALED_CHUNK];
        private final byte[] plain = new byte[(int) Math.min(BATCH, chunks.count()) * PayloadKey.CHUNK];
        private long first;
        private int length;

        void read(long first) throws IOException {
            this.first = first;
            long from = chunks.start() + first * SEALED_CHUNK;
            length = (int) Math.min(sealed.length, source.size() - from);
            source.read(from, ByteBuffer.wrap(sealed, 0, length));
        }

        void digestSealed() {
            SealedPass.this.digestSealed(sealed, length);
        }

        void digestPlain() {
            if (failure == null && length > 0) {
                plainDigest.update(plain, 0, length - count() * PayloadKey.TAG);
            }
        }

        private int count() {
            return Math.ceilDiv(length, SEALED_CHUNK);
        }

        /// The chunks of one lane. The first that does not authenticate ends all deciphering, not the digesting.
        void decipher(int lane) {
            try {
                for (int i = lane; i < count() && failure == null; i += lanes.length) {
                    decipher(lanes[lane], i);
                }
            } catch (Problem problem) {
                failure = problem;
            }
        }

        private void decipher(PayloadKey.Chunks opening, int slot) {
            long number = first + slot;
            int from = slot * SEALED_CHUNK;
            int size = Math.min(SEALED_CHUNK, length - from) - PayloadKey.TAG;
            int at = slot * PayloadKey.CHUNK;
            opening.chunk(
                    number,
                    number == chunks.count() - 1,
                    ByteBuffer.wrap(sealed, from, size + PayloadKey.TAG),
                    ByteBuffer.wrap(plain, at, size));
            into.put(number * PayloadKey.CHUNK, plain, at, size);
        }

        void clear() {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
