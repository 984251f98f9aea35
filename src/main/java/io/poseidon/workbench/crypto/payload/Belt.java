package io.poseidon.workbench.crypto.payload;

import io.poseidon.workbench.crypto.age.PayloadKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Hands the workers of a [SealedPass] what there is to do, so that none waits while anything can be done.
///
/// A batch is read in order by one worker at a time; its chunks are deciphered by any; it is finished in order by
/// one at a time, and its place is free for the batch that comes as many later as there are places. What has an
/// order goes first, since no second worker can help with it. For any number of workers, of whom one alone does
/// everything.
final class Belt {

    /// What can be done with a place; deciphering is told which chunk.
    interface Stations {
        /// Returns how many chunks there are to decipher in the batch.
        int read(long batch, int place) throws IOException;

        void decipher(int place, int chunk, PayloadKey.Chunks opening);

        void finish(int place);
    }

    /// Something to do for a worker, with a cipher of his own.
    interface Work {
        void with(PayloadKey.Chunks opening) throws IOException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Stations stations;
    private final long batches;
    private final Place[] places;
    private long read;
    private long finished;
    private boolean reading;
    private boolean finishing;
    private boolean stopped;
    private int working;

    private static final class Place {
        private int chunks;
        private int taken;
        private int done;
    }

    Belt(Stations stations, long batches, int places) {
        this.stations = stations;
        this.batches = batches;
        this.places = new Place[places];
        Arrays.setAll(this.places, i -> new Place());
    }

    /// Does what there is to do until there is nothing more. Where something is thrown, all workers stop.
    void work(PayloadKey.Chunks opening) throws IOException {
        boolean done = false;
        tell(() -> working++);
        try {
            for (var next = next(); next.isPresent(); next = next()) {
                next.get().with(opening);
            }
            done = true;
        } finally {
            boolean failed = !done;
            tell(() -> {
                stopped |= failed;
                working--;
            });
        }
    }

    /// Stops all workers and returns when none is at work any more; one that comes later does nothing. Whoever runs
    /// them in parallel needs this, since the first that throws does not wait for the others.
    void end() {
        lock.lock();
        try {
            stopped = true;
            change.signalAll();
            while (working > 0) {
                change.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Work> next() {
        lock.lock();
        try {
            while (!stopped && finished < batches) {
                var work = available();
                if (work != null) {
                    return Optional.of(work);
                }
                change.awaitUninterruptibly();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Work available() {
        if (!finishing && finished < read && isDeciphered(finished)) {
            finishing = true;
            return opening -> finish(place(finished));
        }
        if (!reading && read < batches && read - finished < places.length) {
            reading = true;
            return opening -> read(read, place(read));
        }
        for (long batch = finished; batch < read; batch++) {
            int at = place(batch);
            if (places[at].taken < places[at].chunks) {
                int chunk = places[at].taken++;
                return opening -> decipher(at, chunk, opening);
            }
        }
        return null;
    }

    private boolean isDeciphered(long batch) {
        var place = places[place(batch)];
        return place.done == place.chunks;
    }

    private int place(long batch) {
        return (int) (batch % places.length);
    }

    private void read(long batch, int at) throws IOException {
        int chunks = stations.read(batch, at);
        tell(() -> {
            places[at].chunks = chunks;
            places[at].taken = 0;
            places[at].done = 0;
            reading = false;
            read++;
        });
    }

    private void decipher(int at, int chunk, PayloadKey.Chunks opening) {
        stations.decipher(at, chunk, opening);
        tell(() -> places[at].done++);
    }

    private void finish(int at) {
        stations.finish(at);
        tell(() -> {
            finishing = false;
            finished++;
        });
    }

    private void tell(Runnable what) {
        lock.lock();
        try {
            what.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
