package io.poseidon.workbench.crypto.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.crypto.age.PayloadKey;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever the number of workers and places and whoever is slow, every batch is read, deciphered and finished, in
/// that order and once.
@Timeout(60)
final class BeltTest {

    /// Notes what is done; fails where a place is given to two batches at once, or a station to two workers.
    private static class Noted implements Belt.Stations {

        final int batches;
        final Random random;
        final List<Long> read = Collections.synchronizedList(new ArrayList<>());
        final List<String> deciphered = Collections.synchronizedList(new ArrayList<>());
        final List<Long> finished = Collections.synchronizedList(new ArrayList<>());
        private final long[] batchAt;
        private boolean reading;
        private boolean finishing;

        Noted(int batches, int places, long seed) {
            this.batches = batches;
            this.random = new Random(seed);
            this.batchAt = new long[places];
            Arrays.fill(batchAt, -1);
        }

        static int chunks(long batch) {
            return 1 + (int) (batch % 3);
        }

        @Override
        public int read(long batch, int place) throws IOException {
            synchronized (this) {
                assertFalse(reading);
                reading = true;
                assertEquals(-1, batchAt[place]);
                batchAt[place] = batch;
            }
            pause();
            read.add(batch);
            synchronized (this) {
                reading = false;
            }
            return chunks(batch);
        }

        @Override
        public void decipher(int place, int chunk, PayloadKey.Chunks opening) {
            pause();
            long batch = batchAt(place);
            assertTrue(chunk < chunks(batch));
            deciphered.add(batch + "/" + chunk);
        }

        @Override
        public void finish(int place) {
            long batch;
            synchronized (this) {
                assertFalse(finishing);
                finishing = true;
                batch = batchAt[place];
            }
            pause();
            for (int chunk = 0; chunk < chunks(batch); chunk++) {
                assertTrue(deciphered.contains(batch + "/" + chunk));
            }
            finished.add(batch);
            synchronized (this) {
                batchAt[place] = -1;
                finishing = false;
            }
        }

        private synchronized long batchAt(int place) {
            assertTrue(batchAt[place] >= 0);
            return batchAt[place];
        }

        private void pause() {
            int microseconds;
            synchronized (random) {
                microseconds = random.nextInt(60);
            }
            LockSupport.parkNanos(1_000L * Math.max(0, microseconds - 30));
        }
    }

    @RepeatedTest(12)
    void everythingIsDoneInOrderAndOnce() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int batches = 1 + random.nextInt(40);
        int places = 1 + random.nextInt(6);
        int workers = 1 + random.nextInt(5);
        var noted = new Noted(batches, places, seed);
        run(new Belt(noted, batches, places), workers);
        var all = IntStream.range(0, batches).mapToObj(i -> (long) i).toList();
        assertEquals(all, noted.read, "seed " + seed);
        assertEquals(all, noted.finished, "seed " + seed);
        int chunks = all.stream().mapToInt(Noted::chunks).sum();
        assertEquals(chunks, noted.deciphered.size(), "seed " + seed);
        assertEquals(chunks, noted.deciphered.stream().distinct().count(), "seed " + seed);
    }

    @Test
    void whatIsThrownStopsEveryWorker() {
        var noted = new Noted(1_000, 4, 1) {
            @Override
            public int read(long batch, int place) throws IOException {
                if (batch == 5) {
                    throw new EOFException();
                }
                return super.read(batch, place);
            }
        };
        var thrown = assertThrows(CompletionException.class, () -> run(new Belt(noted, 1_000, 4), 3));
        assertEquals(EOFException.class, thrown.getCause().getCause().getCause().getClass());
        assertEquals(5, noted.read.size());
        assertTrue(noted.finished.size() <= 5);
    }

    @Test
    void anErrorStopsEveryWorkerToo() {
        var noted = new Noted(1_000, 4, 2) {
            @Override
            public void decipher(int place, int chunk, PayloadKey.Chunks opening) {
                if (deciphered.size() > 20) {
                    throw new OutOfMemoryError("for the test");
                }
                super.decipher(place, chunk, opening);
            }
        };
        assertThrows(CompletionException.class, () -> run(new Belt(noted, 1_000, 4), 3));
    }

    private static void run(Belt belt, int workers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var key = Keys.payload()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < workers; i++) {
                running.add(threads.submit(() -> work(belt, key.opening())));
            }
            for (var worker : running) {
                end(worker);
            }
        }
    }

    private static void work(Belt belt, PayloadKey.Chunks opening) {
        try {
            belt.work(opening);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new CompletionException(e);
        }
    }

    /// The belt hands a cipher on and does nothing with it.
    private static final class Keys {
        static PayloadKey payload() {
            return Sealed.envelope().key();
        }
    }
}
