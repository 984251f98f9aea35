package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.aead.LaneTrial;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// One pass over sealed bytes that does everything there is to do with them: they are read once, a batch at a time,
/// and while one processor reads and digests, the others decipher. A few megabytes are in memory at a time. What
/// comes out of it is not to be believed before the digests are.
final class SealedPass implements Belt.Stations {

    private static final int PLACES_PER_WORKER = 4;

    private final Ciphertext source;
    private final Chunks chunks;
    private final Aim aim;
    private final Progress progress;
    private final LaneTrial trial;
    private final MessageDigest sealedDigest = Digest.start();
    private final MessageDigest plainDigest = Digest.start();
    private final CRC32 crc = new CRC32();
    private final long batches;
    private final int workers;
    private final Batch[] places;
    private volatile @Nullable Problem failure;

    /// Which chunks there are: where the first begins, how many, and the key that opens them.
    record Chunks(long start, long count, PayloadKey key) {}

    /// Where the plaintext goes, and whether it is digested too.
    record Aim(Plaintext into, boolean digest) {}

    SealedPass(Ciphertext source, Chunks chunks, Aim aim, Progress progress, LaneTrial trial) {
        this.source = source;
        this.chunks = chunks;
        this.aim = aim;
        this.progress = progress;
        this.trial = trial;
        this.batches = Math.ceilDiv(chunks.count(), Batch.CHUNKS);
        this.workers = (int) Math.min(chunks.count(), Runtime.getRuntime().availableProcessors());
        this.places = new Batch[(int) Math.min(batches, workers * PLACES_PER_WORKER)];
        Arrays.setAll(places, place -> new Batch(chunks));
    }

    SealedReader.Passed run() throws IOException {
        digestHead();
        var belt = new Belt(this, batches, places.length);
        try {
            IntStream.range(0, workers).parallel().forEach(worker -> work(belt));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            belt.end();
            for (var place : places) {
                place.clear();
            }
        }
        var failed = Optional.ofNullable(failure);
        var plain = Optional.of(plainDigest).filter(digest -> aim.digest() && failed.isEmpty());
        return new SealedReader.Passed(Digest.finish(sealedDigest), crc.getValue(), plain.map(Digest::finish), failed);
    }

    private void digestHead() throws IOException {
        var head = ByteBuffer.allocate(Math.toIntExact(chunks.start()));
        source.read(0, head);
        sealedDigest.update(head.array());
        crc.update(head.array());
    }

    private void work(Belt belt) {
        try {
            belt.work(chunks.key().opening(trial));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(long batch, int place) throws IOException {
        progress.checkCancelled();
        places[place].read(batch, source);
        places[place].digestSealed(sealedDigest, crc);
        progress.report((double) (batch + 1) / batches, "");
        return places[place].count();
    }

    /// The first chunk that does not authenticate ends all deciphering, not the digesting.
    @Override
    public void decipher(int place, int chunk, PayloadKey.Chunks opening) {
        if (failure == null) {
            try {
                places[place].decipher(chunk, opening, aim.into());
            } catch (Problem problem) {
                failure = problem;
            }
        }
    }

    /// Of one thread at a time, and hence the place for the trial.
    @Override
    public void finish(int place) {
        trial.run();
        if (failure == null && aim.digest()) {
            places[place].digestPlain(plainDigest);
        }
    }
}
