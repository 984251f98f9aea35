package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyTest {

    @TempDir
    private Path folder;

    /// RFC 8032, section 7.1, test 3.
    @Test
    void signsAsTheStandardSays() {
        var seed = HexFormat.of().parseHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
        var key = SigningKey.ofSeed(seed);
        var signature = key.sign(new byte[] {(byte) 0xaf, (byte) 0x82});
        assertEquals(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                        + "4a7c15e9716ed28dc027beceea1ec40a",
                HexFormat.of().formatHex(signature));
    }

    @Test
    void speaksWithTheJdkInBothDirections() throws GeneralSecurityException {
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            var message = new byte[random.nextInt(200)];
            random.nextBytes(message);
            try (var key = SigningKey.generate()) {
                var factory = KeyFactory.getInstance("Ed25519");
                var signer = Signature.getInstance("Ed25519");
                signer.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8())));
                signer.update(message);
                assertTrue(key.verifyingKey().verifies(message, signer.sign()));
                signer.initVerify(factory.generatePublic(
                        new X509EncodedKeySpec(key.verifyingKey().spki())));
                signer.update(message);
                assertTrue(signer.verify(key.sign(message)));
            }
        }
    }

    @Test
    void refusesEveryChangedBitOfASignature() {
        var key = SigningKey.ofSeed(new byte[32]);
        var message = new byte[] {1, 2, 3};
        var signature = key.sign(message);
        for (int bit = 0; bit < signature.length * 8; bit++) {
            var changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(key.verifyingKey().verifies(message, changed), "bit " + bit);
        }
    }

    @Test
    void survivesItsFilesAndNeverReplacesOne() throws IOException {
        var secret = folder.resolve("seller.key");
        var open = folder.resolve("seller.pub");
        try (var key = SigningKey.generate()) {
            key.write(secret);
            key.verifyingKey().write(open);
            assertEquals(key.verifyingKey(), VerifyingKey.read(open));
            assertArrayEquals(key.sign(new byte[9]), SigningKey.read(secret).sign(new byte[9]));
            assertEquals(
                    "key-file-exists",
                    assertThrows(Problem.class, () -> key.write(secret)).code());
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        assertSaid("pem-is-public-key", open, () -> SigningKey.read(open));
        assertSaid("pem-is-private-key", secret, () -> VerifyingKey.read(secret));
        assertThrows(Problem.class, () -> VerifyingKey.read(folder.resolve("missing.pub")));
    }

    @Test
    void namesTheFileThatIsNoKeyAndWhatItIsInstead() throws IOException {
        var identity = folder.resolve("buyer.txt");
        IdentityFile.write(identity, Identity.generate(), Optional.empty());
        assertSaid("pem-is-identity", identity, () -> SigningKey.read(identity));
        assertSaid("pem-is-identity", identity, () -> VerifyingKey.read(identity));
        var other = Files.writeString(folder.resolve("other.pem"), "hello");
        assertSaid("pem-malformed", other, () -> SigningKey.read(other));
        var certificate = Files.write(folder.resolve("ca.pem"), Pem.encode("CERTIFICATE", new byte[] {1}));
        assertSaid("pem-is-certificate", certificate, () -> VerifyingKey.read(certificate));
        var rsa = Files.write(folder.resolve("rsa.pub"), Pem.encode("PUBLIC KEY", new byte[90]));
        assertSaid("verifying-key-file-invalid", rsa, () -> VerifyingKey.read(rsa));
        var key = Files.write(folder.resolve("rsa.key"), Pem.encode("PRIVATE KEY", new byte[90]));
        assertSaid("signing-key-file-invalid", key, () -> SigningKey.read(key));
        var broken = Files.writeString(
                folder.resolve("broken.key"), "-----BEGIN PRIVATE KEY-----\nM\n-----END PRIVATE KEY-----\n");
        assertSaid("pem-malformed", broken, () -> SigningKey.read(broken));
    }

    private static void assertSaid(String code, Path file, Executable reading) {
        var problem = assertThrows(Problem.class, reading);
        assertEquals(code, problem.code());
        for (var language : new Locale[] {Locale.ENGLISH, Locale.KOREAN}) {
            assertTrue(problem.message(language).contains(file.toString()), problem.message(language));
        }
    }

    @Test
    void printsNoSecretAndForgetsItWhenClosed() {
        var key = SigningKey.generate();
        assertEquals("Ed25519 signing key, 32 bytes", key.toString());
        key.close();
        var der = key.pkcs8();
        for (int i = der.length - 32; i < der.length; i++) {
            assertEquals(0, der[i]);
        }
    }
}
