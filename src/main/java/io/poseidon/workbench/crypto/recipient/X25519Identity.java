package io.poseidon.workbench.crypto.recipient;

import io.poseidon.workbench.crypto.age.AgeProblem;
import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.KeyUnwrapper;
import io.poseidon.workbench.crypto.age.Primitives;
import io.poseidon.workbench.crypto.age.Stanza;
import io.poseidon.workbench.crypto.age.Unpadded;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// `AGE-SECRET-KEY-1…`: a scalar for Curve25519.
public final class X25519Identity implements KeyUnwrapper {

    static final String PREFIX = "age-secret-key-";

    private final byte[] scalar;
    private final byte[] point = new byte[X25519Recipient.LENGTH];

    private X25519Identity(byte[] scalar) {
        if (scalar.length != X25519Recipient.LENGTH) {
            throw AgeProblem.key("it has the wrong length");
        }
        this.scalar = scalar;
        X25519.scalarMultBase(scalar, 0, point, 0);
    }

    public static X25519Identity generate() {
        return new X25519Identity(Primitives.random(X25519Recipient.LENGTH));
    }

    /// Takes the array over.
    public static X25519Identity ofScalar(byte[] scalar) {
        return new X25519Identity(scalar);
    }

    public static X25519Identity parse(char[] text) {
        return new X25519Identity(Bech32.decode(PREFIX, text));
    }

    public X25519Recipient recipient() {
        return new X25519Recipient(point.clone());
    }

    /// The secret as text, lower case; the caller zeroes it.
    public char[] secretText() {
        return Bech32.encode(PREFIX, scalar);
    }

    @Override
    public Optional<FileKey> unwrap(Stanza stanza) {
        if (!stanza.type().equals(X25519Recipient.TYPE)) {
            return Optional.empty();
        }
        if (stanza.arguments().size() != 1) {
            throw AgeProblem.header("an X25519 recipient with other than one argument");
        }
        var share = Unpadded.decode(stanza.arguments().getFirst(), X25519Recipient.LENGTH);
        var shared = new byte[X25519Recipient.LENGTH];
        try {
            if (!X25519.calculateAgreement(scalar, 0, share, 0, shared, 0)) {
                throw AgeProblem.header("a share of low order");
            }
            return Primitives.unbox(X25519Recipient.wrappingKey(shared, share, point), stanza.body());
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    @Override
    public void close() {
        Arrays.fill(scalar, (byte) 0);
    }

    @Override
    public String toString() {
        return "X25519 identity, " + scalar.length + " bytes";
    }
}
