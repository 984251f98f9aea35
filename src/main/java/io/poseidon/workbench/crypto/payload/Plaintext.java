package io.poseidon.workbench.crypto.payload;

/// Where deciphered bytes go. Told in pieces that do not overlap, in any order, by several threads at once.
@FunctionalInterface
public interface Plaintext {

    /// Keeps nothing.
    Plaintext NOWHERE = (position, bytes, offset, length) -> {};

    /// The bytes are the receiver's during the call only.
    void put(long position, byte[] bytes, int offset, int length);
}
