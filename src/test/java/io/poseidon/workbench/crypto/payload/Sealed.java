package io.poseidon.workbench.crypto.payload;

import io.poseidon.workbench.crypto.age.Envelope;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.crypto.recipient.X25519Identity;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// An age file made for a test, with the key of its payload.
record Sealed(byte[] file, int start, PayloadKey key) {

    static Sealed of(byte[] plain) {
        var envelope = envelope();
        int start = envelope.head().length;
        int count = Math.max(1, Math.ceilDiv(plain.length, PayloadKey.CHUNK));
        var file = ByteBuffer.allocate(start + plain.length + count * PayloadKey.TAG);
        file.put(envelope.head());
        var chunks = envelope.key().sealing();
        for (int i = 0; i < count; i++) {
            int from = i * PayloadKey.CHUNK;
            int length = Math.min(PayloadKey.CHUNK, plain.length - from);
            chunks.chunk(i, i == count - 1, ByteBuffer.wrap(plain, from, length), file);
        }
        return new Sealed(file.array(), start, envelope.key());
    }

    static Envelope.Sealed envelope() {
        return Envelope.seal(List.of(X25519Identity.generate().recipient()));
    }

    Payload payload() {
        return new Payload(Ciphertext.of(file), start, key);
    }

    /// The same with some bits of a byte flipped.
    Sealed flipped(int at, int bits) {
        var changed = Arrays.copyOf(file, file.length);
        changed[at] ^= (byte) bits;
        return new Sealed(changed, start, key);
    }
}
