package io.poseidon.workbench.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The generator behind everything released: AES-256 in counter mode under a fresh key of the system's secure random.
/// It takes no seed, so that nobody can repeat its noise. Confined to one thread.
public final class SecureBits implements RandomBits {

    private static final int BUFFER = 8192;

    private final Cipher cipher;
    private final byte[] zeros = new byte[BUFFER];
    private final byte[] stream = new byte[BUFFER];
    private final ByteBuffer words = ByteBuffer.wrap(stream).limit(0);

    private SecureBits(byte[] key) {
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES in counter mode is part of every JDK", e);
        }
    }

    /// A stream nobody has seen and nobody will see again.
    public static SecureBits fresh() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var bits = new SecureBits(key);
        Arrays.fill(key, (byte) 0);
        return bits;
    }

    @Override
    public long nextWord() {
        if (!words.hasRemaining()) {
            refill();
        }
        return words.getLong();
    }

    private void refill() {
        try {
            cipher.update(zeros, 0, BUFFER, stream, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a counter stream cannot end", e);
        }
        words.position(0).limit(BUFFER);
    }

    /// Says nothing about the key or the position.
    @Override
    public String toString() {
        return "SecureBits";
    }
}
