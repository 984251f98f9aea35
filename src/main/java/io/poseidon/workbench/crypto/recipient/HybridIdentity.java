package io.poseidon.workbench.crypto.recipient;

import io.poseidon.workbench.crypto.age.AgeProblem;
import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.KeyUnwrapper;
import io.poseidon.workbench.crypto.age.Primitives;
import io.poseidon.workbench.crypto.age.Stanza;
import io.poseidon.workbench.crypto.age.Unpadded;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// `AGE-SECRET-KEY-PQ-1…`: the seed of an X-Wing key pair.
public final class HybridIdentity implements KeyUnwrapper {

    private final byte[] seed;
    private final byte[] publicKey;

    private HybridIdentity(byte[] seed) {
        if (seed.length != Hybrid.SEED) {
            throw AgeProblem.key("it has the wrong length");
        }
        this.seed = seed;
        publicKey = Hybrid.hpke().serializePublicKey(pair().getPublic());
    }

    public static HybridIdentity generate() {
        return new HybridIdentity(Primitives.random(Hybrid.SEED));
    }

    public static HybridIdentity parse(char[] text) {
        return new HybridIdentity(Bech32.decode(Hybrid.IDENTITY_PREFIX, text));
    }

    public HybridRecipient recipient() {
        return new HybridRecipient(publicKey.clone());
    }

    /// The secret as text, lower case; the caller zeroes it.
    public char[] secretText() {
        return Bech32.encode(Hybrid.IDENTITY_PREFIX, seed);
    }

    @Override
    public Optional<FileKey> unwrap(Stanza stanza) {
        if (!stanza.type().equals(Hybrid.TYPE)) {
            return Optional.empty();
        }
        if (stanza.arguments().size() != 1) {
            throw AgeProblem.header("a post-quantum recipient with other than one argument");
        }
        var share = Unpadded.decode(stanza.arguments().getFirst(), Hybrid.ENCAPSULATION);
        if (stanza.body().length != FileKey.LENGTH + Primitives.TAG) {
            throw AgeProblem.header("a wrapped key of the wrong length");
        }
        requireProperPoint(share);
        return open(share, stanza.body());
    }

    private Optional<FileKey> open(byte[] share, byte[] body) {
        try {
            var receiver = Hybrid.hpke().setupBaseR(share, pair(), Hybrid.purpose());
            return Optional.of(FileKey.owning(receiver.open(new byte[0], body)));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    /// X-Wing itself lets a low-order share pass; age does not.
    private static void requireProperPoint(byte[] encapsulation) {
        var point = Arrays.copyOfRange(encapsulation, Hybrid.ENCAPSULATION - Hybrid.SHARE, Hybrid.ENCAPSULATION);
        var anyScalar = new byte[Hybrid.SHARE];
        if (!X25519.calculateAgreement(anyScalar, 0, point, 0, new byte[Hybrid.SHARE], 0)) {
            throw AgeProblem.header("a share of low order");
        }
    }

    private AsymmetricCipherKeyPair pair() {
        return Hybrid.hpke().deserializePrivateKey(seed, null);
    }

    @Override
    public void close() {
        Arrays.fill(seed, (byte) 0);
    }

    @Override
    public String toString() {
        return "post-quantum identity, " + seed.length + " bytes";
    }
}
