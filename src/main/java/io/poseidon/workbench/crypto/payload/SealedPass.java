package io.poseidon.workbench.crypto.payload;

import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One pass over a [Payload] that does everything there is to do with them: they are read once, a batch at a time,
/// and while one processor reads and digests, the others decipher. A few megabytes are in memory at a time. What
/// comes out of it is not to be believed before the digests are.
final class SealedPass implements Belt.Stations {

    private static final int PLACES_PER_WORKER = 4;

    private final Payload payload;
    private final Plaintext into;
    private final Payload.Sums sums;
    private final Progress progress;
    private final OpeningRace race;
    private final long batches;
    private final int workers;
    private final Batch[] places;
    private volatile @Nullable Problem failure;

    SealedPass(Payload payload, Plaintext into, Payload.Sums sums, Progress progress, OpeningRace race) {
        this.payload = payload;
        this.into = into;
        this.sums = sums;
        this.progress = progress;
        this.race = race;
        this.batches = Math.ceilDiv(payload.count(), Batch.CHUNKS);
        this.workers = (int) Math.min(payload.count(), Runtime.getRuntime().availableProcessors());
        this.places = new Batch[(int) Math.min(batches, workers * PLACES_PER_WORKER)];
        Arrays.setAll(places, place -> new Batch(payload));
    }

    /// Returns why not everything was deciphered.
    Optional<Problem> run() throws IOException {
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
        return Optional.ofNullable(failure);
    }

    private void digestHead() throws IOException {
        var head = ByteBuffer.allocate(Math.toIntExact(payload.start()));
        payload.source().read(0, head);
        sums.sealed().update(head.array());
        sums.crc().update(head.array());
    }

    private void work(Belt belt) {
        try {
            belt.work(payload.key().opening(race));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(long batch, int place) throws IOException {
        progress.checkCancelled();
        places[place].read(batch);
        places[place].digestSealed(sums.sealed(), sums.crc());
        progress.report((double) (batch + 1) / batches, "");
        return places[place].count();
    }

    /// The first chunk that does not authenticate ends all deciphering, not the digesting.
    @Override
    public void decipher(int place, int chunk, PayloadKey.Chunks opening) {
        if (failure == null) {
            try {
                places[place].decipher(chunk, opening, into);
            } catch (Problem problem) {
                failure = problem;
            }
        }
    }

    /// Of one thread at a time, and hence the place for a round of the race.
    @Override
    public void finish(int place) {
        race.run();
        if (failure == null) {
            sums.plain().ifPresent(places[place]::digestPlain);
        }
    }
}
