package io.poseidon.workbench.crypto.age;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The 16 random bytes that everything in one age file hangs on. Closing zeroes them; never prints them.
public final class FileKey implements AutoCloseable {

    public static final int LENGTH = 16;

    /// What may be done with the bytes while they are held; must not keep them.
    @FunctionalInterface
    public interface Use<T> {
        T with(byte[] bytes) throws GeneralSecurityException;
    }

    private final byte[] bytes;

    private FileKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static FileKey generate() {
        return new FileKey(Primitives.random(LENGTH));
    }

    /// Takes the array over; the caller must not use it again.
    public static FileKey owning(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw AgeProblem.header("a file key of the wrong length");
        }
        return new FileKey(bytes);
    }

    public <T> T use(Use<T> use) throws GeneralSecurityException {
        return use.with(bytes);
    }

    byte[] mac(byte[] header) {
        var key = Primitives.hkdf(bytes, new byte[0], "header");
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    boolean matches(byte[] header, byte[] mac) {
        return MessageDigest.isEqual(mac(header), mac);
    }

    PayloadKey payloadKey(byte[] nonce) {
        return PayloadKey.owning(Primitives.hkdf(bytes, nonce, "payload"));
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "file key, " + LENGTH + " bytes";
    }
}
