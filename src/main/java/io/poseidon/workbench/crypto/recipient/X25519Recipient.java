package io.poseidon.workbench.crypto.recipient;

import io.poseidon.workbench.crypto.age.AgeProblem;
import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.KeyWrapper;
import io.poseidon.workbench.crypto.age.Primitives;
import io.poseidon.workbench.crypto.age.Stanza;
import io.poseidon.workbench.crypto.age.Unpadded;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// `age1…`: a point on Curve25519.
public final class X25519Recipient implements KeyWrapper {

    static final String TYPE = "X25519";
    static final String PREFIX = "age";
    static final int LENGTH = 32;
    private static final String PURPOSE = "age-encryption.org/v1/X25519";

    private final byte[] point;

    X25519Recipient(byte[] point) {
        if (point.length != LENGTH) {
            throw AgeProblem.key("it has the wrong length");
        }
        this.point = point;
    }

    public static X25519Recipient parse(String text) {
        return new X25519Recipient(Bech32.decode(PREFIX, text.toCharArray()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Stanza wrap(FileKey key) {
        var ephemeral = Primitives.random(LENGTH);
        var share = new byte[LENGTH];
        var shared = new byte[LENGTH];
        try {
            X25519.scalarMultBase(ephemeral, 0, share, 0);
            if (!X25519.calculateAgreement(ephemeral, 0, point, 0, shared, 0)) {
                throw AgeProblem.key("it is a point of low order");
            }
            var box = Primitives.box(wrappingKey(shared, share, point), key);
            return new Stanza(TYPE, List.of(Unpadded.encode(share)), box);
        } finally {
            Arrays.fill(ephemeral, (byte) 0);
            Arrays.fill(shared, (byte) 0);
        }
    }

    static byte[] wrappingKey(byte[] shared, byte[] share, byte[] point) {
        var salt = Arrays.copyOf(share, 2 * LENGTH);
        System.arraycopy(point, 0, salt, LENGTH, LENGTH);
        return Primitives.hkdf(shared, salt, PURPOSE);
    }

    /// The 32 bytes of RFC 7748.
    public byte[] point() {
        return point.clone();
    }

    @Override
    public String toString() {
        return new String(Bech32.encode(PREFIX, point));
    }
}
