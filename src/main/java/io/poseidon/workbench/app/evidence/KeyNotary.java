package io.poseidon.workbench.app.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.evidence.Evidence;
import io.poseidon.workbench.query.gate.Attestation;
import io.poseidon.workbench.query.gate.Notary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/// Signs evidence with an Ed25519 key from a file, as a DSSE envelope over canonical JSON that carries the public key.
/// The key is in memory only while it signs.
public final class KeyNotary implements Notary {

    private static final String NAME = "evidence";

    private final Attestation attestation;
    private final Path key;
    private final boolean made;

    private KeyNotary(Attestation attestation, Path key, boolean made) {
        this.attestation = attestation;
        this.key = key;
        this.made = made;
    }

    /// The person's own key, made at the first signature; `given` is one that they name instead.
    public static KeyNotary own(Path folder, Optional<Path> given) {
        return given.map(key -> new KeyNotary(Attestation.SELF, key, false))
                .orElseGet(() -> new KeyNotary(Attestation.SELF, key(folder), true));
    }

    /// The holder's key in the holder's own folder, with its public half beside it for everybody, `evidence.pub`.
    public static KeyNotary shard(Path state) {
        return new KeyNotary(Attestation.SHARD, key(state), true);
    }

    @Override
    public Attestation attestation() {
        return attestation;
    }

    @Override
    public byte[] sign(ObjectNode statement) {
        if (made && !Files.exists(key)) {
            make(key);
        }
        try (var signing = SigningKey.read(key)) {
            var open = signing.verifyingKey();
            var signed = statement.deepCopy();
            signed.putObject("signer")
                    .put("keyId", open.keyId().hex())
                    .put("publicKey", Base64.getEncoder().encodeToString(open.spki()));
            return Dsse.sign(Evidence.PAYLOAD_TYPE, CanonicalJson.of(signed), signing)
                    .toBytes();
        }
    }

    /// The public half of the key that was made in a folder, where there is one.
    static Path open(Path folder) {
        return folder.resolve(NAME + ".pub");
    }

    private static Path key(Path folder) {
        return folder.resolve(NAME + ".key");
    }

    /// The public half first: without the secret one it vouches for nothing.
    private static void make(Path secret) {
        try (var fresh = SigningKey.generate()) {
            var folder = Objects.requireNonNull(secret.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            Files.deleteIfExists(open(folder));
            fresh.verifyingKey().write(open(folder));
            fresh.write(secret);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, KeyNotary.class, "key-unwritable", secret)
                    .because(e);
        }
    }
}
