package io.poseidon.workbench.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Bits that are a secret function of a question: the same key and context give the same bits, and without the key
/// they cannot be told from random ones (HMAC-SHA256 in counter mode under a key derived from the context).
///
/// The context must hold everything the noise depends on: data serial, aggregate, bounds, **variance** and cells. The
/// same bits at two variances would give the exact answer away. Confined to one thread.
public final class KeyedBits implements RandomBits {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final ByteBuffer counter = ByteBuffer.allocate(Long.BYTES);
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long blocks;

    private KeyedBits(byte[] seed) {
        mac = mac(seed);
    }

    /// `key` is secret and at least 16 bytes long; `context` is framed part by part, so that no two lists of parts
    /// give the same stream. The arrays are not kept.
    public static KeyedBits of(byte[] key, List<byte[]> context) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key has at least 16 bytes");
        }
        var derive = mac(key);
        derive.update(number(context.size()));
        for (var part : context) {
            derive.update(number(part.length));
            derive.update(part);
        }
        var seed = derive.doFinal();
        var bits = new KeyedBits(seed);
        Arrays.fill(seed, (byte) 0);
        return bits;
    }

    @Override
    public long nextWord() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(mac.doFinal(counter.putLong(0, blocks++).array()));
        }
        return block.getLong();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    /// Says nothing about the key or the context.
    @Override
    public String toString() {
        return "KeyedBits";
    }
}
