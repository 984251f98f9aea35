package io.poseidon.workbench.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The [KeyedBits] of many contexts under one key, one after the other: asking for the next ends those before. Sets the
/// key up once. Confined to one thread.
public final class KeyedStreams {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac derive = mac();
    private final Mac stream = mac();

    /// `key` is secret and at least 16 bytes long; it is not kept as an array.
    public KeyedStreams(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key has at least 16 bytes");
        }
        use(derive, key);
    }

    /// `context` is framed part by part, so that no two lists of parts give the same stream.
    public KeyedBits of(List<byte[]> context) {
        derive.update(number(context.size()));
        for (var part : context) {
            derive.update(number(part.length));
            derive.update(part);
        }
        var seed = derive.doFinal();
        use(stream, seed);
        Arrays.fill(seed, (byte) 0);
        return new KeyedBits(stream);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    private static void use(Mac mac, byte[] key) {
        try {
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }

    /// Says nothing about the key.
    @Override
    public String toString() {
        return "KeyedStreams";
    }
}
