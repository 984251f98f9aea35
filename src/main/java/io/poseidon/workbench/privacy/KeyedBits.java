package io.poseidon.workbench.privacy;

import java.nio.ByteBuffer;
import java.util.List;
import javax.crypto.Mac;

/// Bits that are a secret function of a question: the same key and context give the same bits, and without the key
/// they cannot be told from random ones (HMAC-SHA256 in counter mode under a key derived from the context).
///
/// The context must hold everything the noise depends on: data serial, aggregate, bounds, **variance** and cells. The
/// same bits at two variances would give the exact answer away. Confined to one thread.
public final class KeyedBits implements RandomBits {

    private final Mac mac;
    private final ByteBuffer counter = ByteBuffer.allocate(Long.BYTES);
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long blocks;

    /// `mac` is under a key that was derived from the context.
    KeyedBits(Mac mac) {
        this.mac = mac;
    }

    /// For one context; for many under the same key see [KeyedStreams], which has the conditions on both.
    public static KeyedBits of(byte[] key, List<byte[]> context) {
        return new KeyedStreams(key).of(context);
    }

    @Override
    public long nextWord() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(mac.doFinal(counter.putLong(0, blocks++).array()));
        }
        return block.getLong();
    }

    /// Says nothing about the key or the context.
    @Override
    public String toString() {
        return "KeyedBits";
    }
}
