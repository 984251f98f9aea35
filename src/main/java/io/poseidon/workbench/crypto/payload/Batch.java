package io.poseidon.workbench.crypto.payload;

import io.poseidon.workbench.crypto.age.PayloadKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;

/// Some neighbouring chunks of a sealed payload in memory, small enough for a processor's cache: read, and then
/// deciphered in place. Used again and again by a [SealedPass].
final class Batch {

    static final int CHUNKS = 8;

    private final Payload all;
    private final byte[] bytes;
    private long first;
    private int length;

    Batch(Payload all) {
        this.all = all;
        this.bytes = new byte[(int) Math.min(CHUNKS, all.count()) * Payload.SEALED_CHUNK];
    }

    void read(long number) throws IOException {
        first = number * CHUNKS;
        long from = all.start() + first * Payload.SEALED_CHUNK;
        length = (int) Math.min(bytes.length, all.source().size() - from);
        all.source().read(from, ByteBuffer.wrap(bytes, 0, length));
    }

    void digestSealed(MessageDigest digest, CRC32 crc) {
        digest.update(bytes, 0, length);
        crc.update(bytes, 0, length);
    }

    /// How many chunks there are in it.
    int count() {
        return Math.ceilDiv(length, Payload.SEALED_CHUNK);
    }

    /// One chunk, to the place where it was sealed and from there to `into`.
    void decipher(int slot, PayloadKey.Chunks opening, Plaintext into) {
        long number = first + slot;
        int from = slot * Payload.SEALED_CHUNK;
        var sealed = ByteBuffer.wrap(bytes, from, size(slot) + PayloadKey.TAG);
        opening.chunk(number, number == all.count() - 1, sealed, ByteBuffer.wrap(bytes, from, size(slot)));
        into.put(number * PayloadKey.CHUNK, bytes, from, size(slot));
    }

    void digestPlain(MessageDigest digest) {
        for (int slot = 0; slot < count(); slot++) {
            digest.update(bytes, slot * Payload.SEALED_CHUNK, size(slot));
        }
    }

    private int size(int slot) {
        return Math.min(Payload.SEALED_CHUNK, length - slot * Payload.SEALED_CHUNK) - PayloadKey.TAG;
    }

    void clear() {
        Arrays.fill(bytes, (byte) 0);
    }
}
