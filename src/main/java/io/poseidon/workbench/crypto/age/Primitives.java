package io.poseidon.workbench.crypto.age;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HKDF-SHA-256 and the one-time ChaCha20-Poly1305 box that wraps a file key, by the JDK.
public final class Primitives {

    public static final int TAG = 16;

    private static final int KEY = 32;
    private static final int NONCE = 12;

    private Primitives() {}

    public static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /// RFC 5869, 32 bytes.
    public static byte[] hkdf(byte[] secret, byte[] salt, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .addSalt(salt)
                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Wraps a file key under a key that is used this once, hence the nonce of zeros. Zeroes the wrapping key.
    public static byte[] box(byte[] wrappingKey, FileKey key) {
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, wrappingKey);
            return key.use(cipher::doFinal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    /// Empty where the box was closed with another key. Zeroes the wrapping key.
    public static Optional<FileKey> unbox(byte[] wrappingKey, byte[] box) {
        if (box.length != FileKey.LENGTH + TAG) {
            throw AgeProblem.header("a wrapped key of the wrong length");
        }
        try {
            return Optional.of(
                    FileKey.owning(cipher(Cipher.DECRYPT_MODE, wrappingKey).doFinal(box)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[NONCE]));
        return cipher;
    }
}
