package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.age.KeyUnwrapper;
import io.poseidon.workbench.crypto.recipient.HybridIdentity;
import io.poseidon.workbench.crypto.recipient.ScryptIdentity;
import io.poseidon.workbench.crypto.recipient.X25519Identity;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.util.Optional;

/// A secret that opens what was sealed to its recipient: `AGE-SECRET-KEY-1…`, `AGE-SECRET-KEY-PQ-1…` or a passphrase.
/// Whoever made it closes it, which zeroes the secret. Never prints the secret.
public final class Identity implements AutoCloseable {

    private static final char[] POST_QUANTUM = "AGE-SECRET-KEY-PQ-1".toCharArray();

    private final KeyUnwrapper unwrapper;

    private Identity(KeyUnwrapper unwrapper) {
        this.unwrapper = unwrapper;
    }

    /// A fresh X25519 identity.
    public static Identity generate() {
        return new Identity(X25519Identity.generate());
    }

    /// A fresh hybrid identity: ML-KEM-768 and X25519 together.
    public static Identity generatePostQuantum() {
        return new Identity(HybridIdentity.generate());
    }

    /// An X25519 identity that anybody can make again, for samples and tests; copies the 32 bytes.
    public static Identity ofSeed(byte[] seed) {
        return new Identity(X25519Identity.ofScalar(seed.clone()));
    }

    /// Reads the text of a key; the caller zeroes it.
    public static Identity parse(char[] text) {
        return new Identity(isPostQuantum(text) ? HybridIdentity.parse(text) : X25519Identity.parse(text));
    }

    /// Keep the passphrase open while this is used; closing this closes it.
    public static Identity of(Passphrase passphrase) {
        return new Identity(new ScryptIdentity(passphrase.utf8()));
    }

    /// Empty for a passphrase, which has none.
    public Optional<Recipient> recipient() {
        return switch (unwrapper) {
            case X25519Identity x25519 -> Optional.of(new Recipient(x25519.recipient()));
            case HybridIdentity hybrid -> Optional.of(new Recipient(hybrid.recipient()));
            default -> Optional.empty();
        };
    }

    /// Upper case, as age writes it; the caller zeroes it.
    char[] secretText() {
        var text = switch (unwrapper) {
            case X25519Identity x25519 -> x25519.secretText();
            case HybridIdentity hybrid -> hybrid.secretText();
            default -> throw Problem.of(Kind.BUG, Identity.class, "identity-has-no-text");
        };
        for (int i = 0; i < text.length; i++) {
            text[i] = Character.toUpperCase(text[i]);
        }
        return text;
    }

    KeyUnwrapper unwrapper() {
        return unwrapper;
    }

    private static boolean isPostQuantum(char[] text) {
        for (int i = 0; i < POST_QUANTUM.length; i++) {
            if (i >= text.length || Character.toUpperCase(text[i]) != POST_QUANTUM[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        unwrapper.close();
    }

    @Override
    public String toString() {
        return unwrapper.toString();
    }
}
