package io.poseidon.workbench.remote.message;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// A message as it lies in a mailbox: its header, the sender's card, and the sealed payload; each with its length
/// before it (4 bytes, big endian). The card travels along so that whoever trusts the authority can judge the sender.
public final class Frame {

    public static final int LARGEST = 64 << 20;
    private static final int LARGEST_HEADER = 4096;
    private static final int LARGEST_CARD = 16_384;

    private final byte[] header;
    private final byte[] card;
    private final byte[] sealed;

    Frame(byte[] header, byte[] card, byte[] sealed) {
        this.header = header.clone();
        this.card = card.clone();
        this.sealed = sealed.clone();
    }

    byte[] header() {
        return header.clone();
    }

    byte[] card() {
        return card.clone();
    }

    byte[] sealed() {
        return sealed.clone();
    }

    /// Whom it is for and whom it claims to be from; empty where the header is none.
    public Optional<Header> readHeader() {
        return Header.parse(header);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(3 * Integer.BYTES + header.length + card.length + sealed.length)
                .putInt(header.length)
                .put(header)
                .putInt(card.length)
                .put(card)
                .putInt(sealed.length)
                .put(sealed)
                .array();
    }

    /// Empty for bytes that are no frame; lengths are checked before they are believed.
    public static Optional<Frame> parse(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var frame = new Frame(part(buffer, LARGEST_HEADER), part(buffer, LARGEST_CARD), part(buffer, bytes.length));
            return buffer.hasRemaining() ? Optional.empty() : Optional.of(frame);
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static byte[] part(ByteBuffer buffer, int longest) {
        int length = buffer.getInt();
        if (length < 0 || length > longest || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        var part = new byte[length];
        buffer.get(part);
        return part;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && Arrays.equals(bytes(), frame.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "frame of " + sealed.length + " sealed bytes";
    }
}
