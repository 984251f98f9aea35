package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A signer's public key, Ed25519 (RFC 8032), and the one place where signatures are verified.
///
/// Providers disagree about signatures at the edges (small-order and mixed-order points, spellings that are not
/// canonical). Here the key and the commitment R must both be canonical points of the prime-order group, where every
/// correct verifier agrees; every signature an honest signer makes is of that kind.
public final class VerifyingKey {

    static final String LABEL = "PUBLIC KEY";
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] point;

    private VerifyingKey(byte[] point) {
        this.point = point;
    }

    /// The 32 bytes of RFC 8032.
    public static VerifyingKey of(byte[] point) {
        if (point.length != Ed25519.PUBLIC_KEY_SIZE || !Ed25519.validatePublicKeyFull(point, 0)) {
            throw Problem.of(Kind.INPUT, VerifyingKey.class, "verifying-key-invalid");
        }
        return new VerifyingKey(point.clone());
    }

    /// A DER SubjectPublicKeyInfo of Ed25519.
    public static VerifyingKey ofSpki(byte[] der) {
        int header = SPKI.length;
        boolean shaped =
                der.length == header + Ed25519.PUBLIC_KEY_SIZE && Arrays.equals(der, 0, header, SPKI, 0, header);
        if (!shaped) {
            throw Problem.of(Kind.INPUT, VerifyingKey.class, "verifying-key-invalid");
        }
        return of(Arrays.copyOfRange(der, header, der.length));
    }

    /// Reads a SubjectPublicKeyInfo in PEM.
    public static VerifyingKey read(Path pem) {
        var der = Pem.decode(LABEL, SecretFile.read(pem), pem);
        try {
            return ofSpki(der);
        } catch (Problem problem) {
            throw Problem.of(Kind.INPUT, VerifyingKey.class, "verifying-key-file-invalid", pem)
                    .because(problem);
        }
    }

    public void write(Path pem) {
        SecretFile.writePublic(pem, pem());
    }

    public byte[] pem() {
        return Pem.encode(LABEL, spki());
    }

    public byte[] spki() {
        var der = Arrays.copyOf(SPKI, SPKI.length + point.length);
        System.arraycopy(point, 0, der, SPKI.length, point.length);
        return der;
    }

    /// SHA-256 of the SubjectPublicKeyInfo.
    public Digest keyId() {
        return Digest.of(spki());
    }

    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.validatePublicKeyFull(signature, 0)
                && Ed25519.verify(signature, 0, point, 0, message, 0, message.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && Arrays.equals(point, key.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "Ed25519 key " + keyId();
    }
}
