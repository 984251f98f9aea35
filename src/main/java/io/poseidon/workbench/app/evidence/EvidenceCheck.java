package io.poseidon.workbench.app.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.SecretFile;
import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Judges a record without a network and without the purchase, in this order, the first failure wins: readable, of this
/// kind and version, signed by the key it carries, by someone who is trusted. A record has one spelling; any other byte
/// in it is refused.
public final class EvidenceCheck {

    /// A sound record: who signed it, under the name by which the key is trusted.
    public record Sound(Evidence evidence, String keyId, String signer) {}

    private final Trust trust;
    private final Optional<VerifyingKey> own;

    /// `folder` holds the person's own key, which is trusted for self-attested records.
    public EvidenceCheck(Trust trust, Path folder) {
        this.trust = trust;
        var open = KeyNotary.open(folder);
        this.own = Files.exists(open) ? Optional.of(VerifyingKey.read(open)) : Optional.empty();
    }

    /// Whether a file looks like a record rather than a sealed purchase.
    public static boolean looksLike(Path file) {
        if (String.valueOf(file.getFileName()).endsWith(".json")) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            return in.read() == '{';
        } catch (IOException e) {
            return false;
        }
    }

    /// Throws the problem where the record is not sound.
    public Sound check(Path file) {
        var envelope = envelope(file);
        if (!envelope.payloadType().equals(Evidence.PAYLOAD_TYPE)) {
            throw bad("evidence-other-kind");
        }
        var statement = statement(envelope);
        var key = key(statement);
        if (!envelope.verify(key)) {
            throw bad("evidence-signature");
        }
        var evidence = evidence(statement);
        var signer = signer(key).orElseThrow(() -> bad("evidence-unknown-signer", key.keyId()));
        return new Sound(evidence, key.keyId().hex(), signer);
    }

    private static Dsse envelope(Path file) {
        var bytes = SecretFile.read(file);
        Dsse envelope;
        try {
            envelope = Dsse.parse(bytes);
        } catch (Problem e) {
            throw bad("evidence-damaged").because(e);
        }
        if (envelope.signatures().size() != 1 || !Arrays.equals(envelope.toBytes(), bytes)) {
            throw bad("evidence-damaged");
        }
        return envelope;
    }

    private static ObjectNode statement(Dsse envelope) {
        JsonNode json;
        try {
            json = CanonicalJson.parse(envelope.payload());
        } catch (Problem e) {
            throw bad("evidence-damaged").because(e);
        }
        if (!(json instanceof ObjectNode statement) || !Arrays.equals(CanonicalJson.of(json), envelope.payload())) {
            throw bad("evidence-damaged");
        }
        return statement;
    }

    /// The key that the record carries; its id is that of the key itself.
    private static VerifyingKey key(ObjectNode statement) {
        var signer = statement.path("signer");
        try {
            var key = VerifyingKey.ofSpki(
                    Base64.getDecoder().decode(signer.path("publicKey").asText()));
            if (signer.size() == 2
                    && key.keyId().hex().equals(signer.path("keyId").asText())) {
                return key;
            }
        } catch (IllegalArgumentException | Problem e) {
            throw bad("evidence-damaged").because(e);
        }
        throw bad("evidence-damaged");
    }

    private static Evidence evidence(ObjectNode statement) {
        if (statement.path("evidence").asInt() > 1) {
            throw bad("evidence-newer");
        }
        var content = statement.deepCopy();
        content.remove("signer");
        return Evidence.parse(content).orElseThrow(() -> bad("evidence-damaged"));
    }

    private Optional<String> signer(VerifyingKey key) {
        return trust.signer(key.keyId().hex())
                .map(Trust.Signer::name)
                .or(() -> own.filter(key::equals).map(mine -> "you"));
    }

    private static Problem bad(String code, Object... arguments) {
        return Problem.of(Kind.NOT_VERIFIED, EvidenceCheck.class, code, arguments);
    }
}
