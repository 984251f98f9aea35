package io.poseidon.workbench.fuzz;

import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Recipient;
import io.poseidon.workbench.crypto.SealedReader;
import io.poseidon.workbench.crypto.SealingWriter;
import io.poseidon.workbench.crypto.age.Armor;
import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.KeyWrapper;
import io.poseidon.workbench.crypto.age.Primitives;
import io.poseidon.workbench.crypto.age.Unpadded;
import io.poseidon.workbench.crypto.recipient.HybridIdentity;
import io.poseidon.workbench.crypto.recipient.X25519Identity;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// age files as a stranger sends them, and identity files as a person keeps them.
final class AgeTargets {

    private static final String POST_QUANTUM =
            "AGE-SECRET-KEY-PQ-1QYPQXPQ9QCRSSZG2PVXQ6RS0ZQG3YYC5Z5TPWXQERGD3C8G7RUSQJ0Q9H3";
    private static final byte[] SCALAR = bytes(7, 32);
    private static final byte[] FILE_KEY = bytes(9, 16);
    private static final List<Identity> IDENTITIES =
            List.of(Identity.ofSeed(SCALAR), Identity.parse(POST_QUANTUM.toCharArray()));
    private static final byte[] VERSION = ascii("age-encryption.org/v1\n");
    private static final byte[] EMPTY_PAYLOAD = emptyPayload();
    private static final Path SCRATCH = Scratch.file("identity");

    private AgeTargets() {}

    static List<byte[]> files() {
        var files = new ArrayList<byte[]>();
        for (var identity : IDENTITIES) {
            var recipient = identity.recipient().orElseThrow();
            files.add(sealed(List.of(recipient), new byte[0]));
            files.add(sealed(List.of(recipient, recipient), bytes(1, 100)));
        }
        return files;
    }

    private static byte[] sealed(List<Recipient> recipients, byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var writer = SealingWriter.to(out, recipients)) {
            writer.write(plain);
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void file(byte[] input) throws IOException {
        try (var reader = SealedReader.open(input, IDENTITIES);
                var plain = reader.stream(Progress.NONE)) {
            FuzzTarget.hold(plain.readAllBytes().length == reader.size(), "a reader knows its size");
            FuzzTarget.hold(reader.size() < input.length, "plaintext is shorter than ciphertext");
        }
    }

    /// Recipients of one file key, as they stand between the first and the last line of a header.
    static List<byte[]> stanzas() {
        var x25519 = lines(X25519Identity.ofScalar(SCALAR.clone()).recipient());
        var hybrid = lines(HybridIdentity.parse(POST_QUANTUM.toCharArray()).recipient());
        var scrypt = ascii("-> scrypt bBjlhJVYZeE4aqUdmtRHfw 15\nZV/AhotwSGqaPCU43cepl4WYUouAa17a3xpu4G2yi5k\n");
        return List.of(x25519, hybrid, scrypt);
    }

    private static byte[] lines(KeyWrapper recipient) {
        try (var key = FileKey.owning(FILE_KEY.clone())) {
            var stanza = recipient.wrap(key);
            var body = Unpadded.encode(stanza.body());
            var arguments = String.join(" ", stanza.arguments());
            return ascii("-> " + stanza.type() + " " + arguments + "\n" + body + "\n");
        }
    }

    /// The input as the stanzas of a file that is authentic in all else, so that nothing is refused for its MAC alone.
    static void stanza(byte[] input) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(VERSION);
        out.writeBytes(input);
        out.writeBytes(ascii("---"));
        out.writeBytes(ascii(" " + Unpadded.encode(mac(out.toByteArray())) + "\n"));
        out.writeBytes(EMPTY_PAYLOAD);
        file(out.toByteArray());
    }

    /// Nonce and the one empty chunk, under the file key.
    private static byte[] emptyPayload() {
        var nonce = bytes(3, 16);
        var last = new byte[12];
        last[11] = 1;
        try {
            var cipher = Cipher.getInstance("ChaCha20-Poly1305");
            var key = new SecretKeySpec(Primitives.hkdf(FILE_KEY, nonce, "payload"), "ChaCha20");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(last));
            var payload = Arrays.copyOf(nonce, nonce.length + Primitives.TAG);
            System.arraycopy(cipher.doFinal(), 0, payload, nonce.length, Primitives.TAG);
            return payload;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] header) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Primitives.hkdf(FILE_KEY, new byte[0], "header"), "HmacSHA256"));
            return mac.doFinal(header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<byte[]> identityFiles() {
        var texts = new ArrayList<>(IDENTITIES.stream()
                .map(identity -> IdentityFile.text(identity, "made for this"))
                .toList());
        texts.add(Armor.encode(bytes(5, 200)));
        return texts;
    }

    /// A wrapped file is refused at its passphrase here: that work is bounded by another test.
    static void identityFile(byte[] input) throws IOException {
        Files.write(SCRATCH, input);
        if (Armor.isArmored(input)) {
            Armor.decode(input);
        }
        var identities = IdentityFile.read(SCRATCH, () -> {
            throw Problem.of(Kind.LOCKED, IdentityFile.class, "identity-file-empty");
        });
        FuzzTarget.hold(!identities.isEmpty(), "an identity file holds an identity");
        identities.forEach(Identity::close);
    }

    private static byte[] bytes(int value, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
