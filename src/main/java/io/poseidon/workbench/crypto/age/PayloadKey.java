package io.poseidon.workbench.crypto.age;

import io.poseidon.workbench.crypto.aead.Aead;
import io.poseidon.workbench.crypto.aead.OpeningRace;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/// The key of one payload, and the STREAM construction over it: chunks of 64 KiB, each sealed under a nonce that
/// counts and that marks the last one. Closing zeroes the key.
public final class PayloadKey implements AutoCloseable {

    /// Plaintext bytes in every chunk but the last.
    public static final int CHUNK = 1 << 16;

    public static final int TAG = Primitives.TAG;
    static final int NONCE = 16;

    private final byte[] key;

    private PayloadKey(byte[] key) {
        this.key = key;
    }

    static PayloadKey owning(byte[] key) {
        return new PayloadKey(key);
    }

    /// A cipher of its own for each thread that works on chunks.
    public Chunks sealing() {
        return new Chunks(Aead.sealing(key));
    }

    public Chunks opening() {
        return new Chunks(Aead.opening(key));
    }

    /// For long files, whose reader has the race run a round now and then.
    public Chunks opening(OpeningRace race) {
        return new Chunks(Aead.opening(key, race));
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "payload key, " + key.length + " bytes";
    }

    /// Seals or opens single chunks, in any order. For one thread.
    public static final class Chunks {

        private final Aead aead;

        private Chunks(Aead aead) {
            this.aead = aead;
        }

        /// Works from `in` into `out`, which lie in arrays and may be the same bytes, and returns the bytes
        /// written. A chunk that does not authenticate is a problem, and then `out` is as it was.
        public int chunk(long number, boolean last, ByteBuffer in, ByteBuffer out) {
            try {
                return aead.apply(nonce(number, last), in, out);
            } catch (AEADBadTagException e) {
                throw AgeProblem.payload().because(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] nonce(long number, boolean last) {
            var nonce = ByteBuffer.allocate(12);
            nonce.putLong(3, number);
            nonce.put(11, (byte) (last ? 1 : 0));
            return nonce.array();
        }
    }
}
