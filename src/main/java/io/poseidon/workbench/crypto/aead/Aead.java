package io.poseidon.workbench.crypto.aead;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/// ChaCha20-Poly1305 without additional data, under one key, in one direction. For one thread.
public sealed interface Aead permits PlatformAead, OwnOpening, RacingOpening {

    int TAG = 16;

    /// Works from `in` into `out`, whose bytes both lie in arrays and may be the same ones, and returns how many
    /// were written. Opening what was changed is an [javax.crypto.AEADBadTagException], and then `out` is as it
    /// was.
    int apply(byte[] nonce, ByteBuffer in, ByteBuffer out) throws GeneralSecurityException;

    static Aead sealing(byte[] key) {
        return PlatformAead.sealing(key);
    }

    static Aead opening(byte[] key) {
        return Way.PAIRS.opening(key);
    }

    /// The same, in the way that leads in the race at any time.
    static Aead opening(byte[] key, OpeningRace race) {
        return new RacingOpening(key, race);
    }
}
