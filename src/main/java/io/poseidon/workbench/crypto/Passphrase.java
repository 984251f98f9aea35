package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// A passphrase, as UTF-8. Closing zeroes it; it never prints itself.
public final class Passphrase implements AutoCloseable {

    private final byte[] utf8;

    private Passphrase(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// Copies the characters; the caller zeroes its own. Refuses the empty passphrase.
    public static Passphrase of(char[] characters) {
        if (characters.length == 0) {
            throw Problem.of(Kind.LOCKED, Passphrase.class, "passphrase-empty");
        }
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        var utf8 = new byte[encoded.remaining()];
        encoded.get(utf8);
        Arrays.fill(encoded.array(), (byte) 0);
        return new Passphrase(utf8);
    }

    /// In constant time.
    public boolean isSameAs(Passphrase other) {
        return MessageDigest.isEqual(utf8, other.utf8);
    }

    /// The bytes themselves, zeros after `close`.
    byte[] utf8() {
        return utf8;
    }

    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
    }

    @Override
    public String toString() {
        return "passphrase";
    }
}
