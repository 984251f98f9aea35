package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.age.KeyWrapper;
import io.poseidon.workbench.crypto.recipient.HybridRecipient;
import io.poseidon.workbench.crypto.recipient.ScryptRecipient;
import io.poseidon.workbench.crypto.recipient.X25519Recipient;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;

/// Somebody a file can be sealed to: age's public key `age1…`, its post-quantum kin `age1pq1…`, or a passphrase.
/// Equal when the text is equal; a passphrase equals only itself.
public final class Recipient {

    private static final String RECIPIENT = "age1";
    private static final String IDENTITY = "AGE-SECRET-KEY-";

    private final KeyWrapper wrapper;

    Recipient(KeyWrapper wrapper) {
        this.wrapper = wrapper;
    }

    /// Reads `age1…` or `age1pq1…`. An identity in its place is said to be one, and never repeated.
    public static Recipient parse(String text) {
        if (text.regionMatches(true, 0, IDENTITY, 0, IDENTITY.length())) {
            throw Problem.of(Kind.INPUT, Recipient.class, "recipient-is-identity");
        }
        if (!text.regionMatches(true, 0, RECIPIENT, 0, RECIPIENT.length())) {
            throw Problem.of(Kind.INPUT, Recipient.class, "recipient-malformed");
        }
        return new Recipient(
                text.regionMatches(true, 0, "age1pq1", 0, 7)
                        ? HybridRecipient.parse(text)
                        : X25519Recipient.parse(text));
    }

    /// Stands alone. Keep the passphrase open until the header is written.
    public static Recipient of(Passphrase passphrase) {
        return new Recipient(new ScryptRecipient(passphrase.utf8()));
    }

    KeyWrapper wrapper() {
        return wrapper;
    }

    public boolean isPostQuantum() {
        return wrapper instanceof HybridRecipient;
    }

    @Override
    public boolean equals(Object other) {
        if (wrapper instanceof ScryptRecipient) {
            return this == other;
        }
        return other instanceof Recipient recipient && toString().equals(recipient.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /// The public key as people exchange it; of a passphrase only the word.
    @Override
    public String toString() {
        return wrapper.toString();
    }
}
