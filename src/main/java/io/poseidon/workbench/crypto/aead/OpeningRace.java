package io.poseidon.workbench.crypto.aead;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Finds out which way of opening is the fastest here, by opening something short in each now and then while files
/// are opened; what is tried is nobody's key and text. Our own Poly1305 leads at first. Whoever opens several files
/// keeps one race for them all, so that each goes on where the one before has got to; for any thread.
///
/// The race begins when so much has been opened, or is about to be, that compiling the others may pay: it is the
/// rounds that bring the optimising compiler to them. The JDK's costs some tenths of a second of a processor and wins
/// where that has Poly1305 in assembly. Vectors cost two or three seconds and save two thirds of one in a gibibyte,
/// so they are for a process that opens one long file after another.
public final class OpeningRace {

    /// Bytes that have been opened, or are about to be, when the race begins.
    static final long FROM = 2L << 30;

    private static final String MODULE = "jdk.incubator.vector";
    /// Of one way; the compiler may need a gibibyte's time for the vectors.
    private static final int ROUNDS = 4_096;
    private static final int LENGTH = 1_536;
    private static final int TRIES = 8;
    /// Batches that are opened before anything is compared: the compiler reaches our own way first of all then.
    private static final int HEAD_START = 256;
    /// By how many percent a way must be faster to take the lead.
    private static final int MARGIN = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Way, Integer> left = new EnumMap<>(Way.class);
    private long expected;
    private int begun;
    private @Nullable Track track;
    private volatile boolean running;
    private volatile Way leader;

    public OpeningRace() {
        this(Way.PAIRS);
    }

    private OpeningRace(Way leader) {
        this.leader = leader;
    }

    /// One that is over before it begins.
    public static OpeningRace wonBy(Way way) {
        var race = new OpeningRace(way);
        for (var one : Way.values()) {
            race.left.put(one, 0);
        }
        return race;
    }

    /// So many more bytes are about to be opened.
    public void expect(long bytes) {
        lock.lock();
        try {
            expected += bytes;
            if (expected >= FROM) {
                left.putIfAbsent(Way.PAIRS, ROUNDS);
                left.putIfAbsent(Way.PLATFORM, ROUNDS);
                if (arePossible()) {
                    left.putIfAbsent(Way.LANES, ROUNDS);
                }
            }
            running = leader != Way.LANES && isAnyLeft();
        } finally {
            lock.unlock();
        }
    }

    private static boolean arePossible() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && BlockLanes.areWide();
    }

    Way leader() {
        return leader;
    }

    /// One round of those that have any left: some microseconds, at first some milliseconds; nothing when all are
    /// through, or while another thread is in a round.
    public void run() {
        if (running && lock.tryLock()) {
            try {
                if (++begun > HEAD_START) {
                    round();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void round() {
        var runners = track();
        var front = leader;
        long best = runners.nanoseconds(front);
        for (var rounds : left.entrySet()) {
            if (rounds.getValue() > 0 && rounds.getKey() != leader) {
                rounds.setValue(rounds.getValue() - 1);
                long found = runners.nanoseconds(rounds.getKey());
                if (found < best - best * MARGIN / 100) {
                    front = rounds.getKey();
                    best = found;
                }
            }
        }
        leader = front;
        running = front != Way.LANES && isAnyLeft();
    }

    private boolean isAnyLeft() {
        return left.values().stream().anyMatch(rounds -> rounds > 0);
    }

    private Track track() {
        var present = track == null ? new Track() : track;
        track = present;
        return present;
    }

    private static final class Track {

        private final byte[] key = new byte[32];
        private final byte[] nonce = new byte[12];
        private final byte[] sealed = new byte[LENGTH + Aead.TAG];
        private final byte[] opened = new byte[LENGTH];
        private final Map<Way, Aead> openings = new EnumMap<>(Way.class);

        private Track() {
            apply(Aead.sealing(key), opened, sealed);
        }

        /// The fastest of some tries.
        private long nanoseconds(Way way) {
            var opening = openings.computeIfAbsent(way, absent -> absent.opening(key));
            long least = Long.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                apply(opening, sealed, opened);
                least = Math.min(least, System.nanoTime() - start);
            }
            return least;
        }

        private void apply(Aead aead, byte[] in, byte[] out) {
            try {
                aead.apply(nonce, ByteBuffer.wrap(in), ByteBuffer.wrap(out));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
