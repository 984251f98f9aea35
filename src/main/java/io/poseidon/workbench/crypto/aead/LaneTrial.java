package io.poseidon.workbench.crypto.aead;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/// Finds out whether vectors open a long file faster than the JDK does, by opening something short in both ways now
/// and then while the file is opened.
///
/// Vectors are a thousand times slower until the optimising compiler has reached them, and it is the trials that
/// bring it there, which takes up to a second in all: too much for a shorter file. Where the JDK has Poly1305 in
/// assembly the vectors never win. What is tried is nobody's key and text. One thread runs it, any may ask.
public final class LaneTrial {

    /// Bytes from which on the trials pay, even where no file was opened before.
    static final long LEAST = 512L << 20;

    private static final String MODULE = "jdk.incubator.vector";
    private static final int LENGTH = 1_536;
    private static final int TRIES = 8;

    private enum State {
        OFF,
        RUNNING,
        WON
    }

    private volatile State state;

    private LaneTrial(State state) {
        this.state = state;
    }

    /// For so many bytes to open. Never won where there are few, or where this machine or this start of Java has no
    /// vectors of four longs.
    public static LaneTrial over(long bytes) {
        return new LaneTrial(bytes >= LEAST && isPossible() ? State.RUNNING : State.OFF);
    }

    /// One that need not be run any more.
    public static LaneTrial won() {
        return new LaneTrial(State.WON);
    }

    static boolean isPossible() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && Poly1305Lanes.areWide();
    }

    public boolean isWon() {
        return state == State.WON;
    }

    /// Some microseconds, at first some milliseconds; nothing when it is won.
    public void run() {
        if (state != State.RUNNING) {
            return;
        }
        var race = new Race();
        long lanes = Long.MAX_VALUE;
        long platform = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            lanes = Math.min(lanes, race.nanoseconds(race.lanes));
            platform = Math.min(platform, race.nanoseconds(race.platform));
        }
        if (lanes < platform) {
            state = State.WON;
        }
    }

    private static final class Race {

        private final byte[] key = new byte[32];
        private final byte[] nonce = new byte[12];
        private final byte[] sealed = new byte[LENGTH + Aead.TAG];
        private final byte[] opened = new byte[LENGTH];
        private final Aead platform = Aead.opening(key);
        private final Aead lanes = new LaneOpening(key);

        private Race() {
            apply(Aead.sealing(key), opened, sealed);
        }

        private long nanoseconds(Aead aead) {
            long start = System.nanoTime();
            apply(aead, sealed, opened);
            return System.nanoTime() - start;
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
