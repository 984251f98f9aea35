package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A signer's secret key, Ed25519. Whoever made or read it closes it, which zeroes the seed; never prints it.
public final class SigningKey implements AutoCloseable {

    private static final String LABEL = "PRIVATE KEY";
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;

    private SigningKey(byte[] seed) {
        this.seed = seed;
    }

    public static SigningKey generate() {
        var seed = new byte[Ed25519.SECRET_KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(seed);
    }

    /// A key that anybody can make again, for samples and tests; copies the 32 bytes.
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw Problem.of(Kind.INPUT, SigningKey.class, "signing-key-invalid");
        }
        return new SigningKey(seed.clone());
    }

    /// Reads PKCS#8 PEM.
    public static SigningKey read(Path pem) {
        var text = SecretFile.read(pem);
        var der = new byte[0];
        try {
            der = Pem.decode(LABEL, text, pem);
            return ofPkcs8(der, pem);
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(der, (byte) 0);
        }
    }

    private static SigningKey ofPkcs8(byte[] der, Path pem) {
        int header = PKCS8.length;
        boolean shaped =
                der.length == header + Ed25519.SECRET_KEY_SIZE && Arrays.equals(der, 0, header, PKCS8, 0, header);
        if (!shaped) {
            throw Problem.of(Kind.INPUT, SigningKey.class, "signing-key-file-invalid", pem);
        }
        return new SigningKey(Arrays.copyOfRange(der, header, der.length));
    }

    /// PKCS#8 PEM, readable by its owner only. Never replaces a file.
    public void write(Path pem) {
        var der = pkcs8();
        SecretFile.write(pem, Pem.encode(LABEL, der));
        Arrays.fill(der, (byte) 0);
    }

    /// The caller zeroes it.
    public byte[] pkcs8() {
        var der = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, der, PKCS8.length, seed.length);
        return der;
    }

    public byte[] sign(byte[] message) {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    public VerifyingKey verifyingKey() {
        var point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        return VerifyingKey.of(point);
    }

    @Override
    public void close() {
        Arrays.fill(seed, (byte) 0);
    }

    @Override
    public String toString() {
        return "Ed25519 signing key, " + seed.length + " bytes";
    }
}
