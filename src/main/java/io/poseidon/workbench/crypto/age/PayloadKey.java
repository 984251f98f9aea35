package io.poseidon.workbench.crypto.age;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key of one payload, and the STREAM construction over it: chunks of 64 KiB, each sealed under a nonce that counts
/// and that marks the last one. Closing zeroes the key.
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
        return new Chunks(Cipher.ENCRYPT_MODE);
    }

    public Chunks opening() {
        return new Chunks(Cipher.DECRYPT_MODE);
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
    public final class Chunks {

        private final int mode;
        private final Cipher cipher;

        private Chunks(int mode) {
            this.mode = mode;
            try {
                cipher = Cipher.getInstance("ChaCha20-Poly1305");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /// Works from `in` into `out` and returns the bytes written. A chunk that does not authenticate is a problem.
        public int chunk(long number, boolean last, ByteBuffer in, ByteBuffer out) {
            try {
                cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce(number, last)));
                return cipher.doFinal(in, out);
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
