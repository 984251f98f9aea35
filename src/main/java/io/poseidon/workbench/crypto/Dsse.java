package io.poseidon.workbench.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/// A signed envelope (DSSE v1): payload, its type, and Ed25519 signatures over both, which leaves JSON's many spellings
/// out of what is trusted. A payload is to be believed only after [#verify].
///
/// @param payloadType bound by the signature
/// @param payload the exact bytes that were signed
/// @param signatures at least one
public record Dsse(String payloadType, byte[] payload, List<Signature> signatures) {

    /// @param keyId a hint which key to try: the SHA-256 of its SubjectPublicKeyInfo
    public record Signature(String keyId, byte[] value) {}

    public Dsse {
        signatures = List.copyOf(signatures);
    }

    public static Dsse sign(String payloadType, byte[] payload, SigningKey key) {
        var signature = key.sign(preAuthentication(payloadType, payload));
        return new Dsse(
                payloadType,
                payload,
                List.of(new Signature(key.verifyingKey().keyId().hex(), signature)));
    }

    /// Whether a signature of this key stands in the envelope under its key id and verifies.
    public boolean verify(VerifyingKey key) {
        var message = preAuthentication(payloadType, payload);
        return isSignedBy(key)
                && signatures.stream()
                        .filter(signature ->
                                signature.keyId().equals(key.keyId().hex()))
                        .allMatch(signature -> key.verifies(message, signature.value()));
    }

    /// Whether the envelope names this key as one of its signers; says nothing about the signature.
    public boolean isSignedBy(VerifyingKey key) {
        return signatures.stream()
                .anyMatch(signature -> signature.keyId().equals(key.keyId().hex()));
    }

    /// Canonical JSON, so that an envelope has one spelling.
    public byte[] toBytes() {
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("payload", Base64.getEncoder().encodeToString(payload)).put("payloadType", payloadType);
        var list = envelope.putArray("signatures");
        for (var signature : signatures) {
            list.addObject()
                    .put("keyid", signature.keyId())
                    .put("sig", Base64.getEncoder().encodeToString(signature.value()));
        }
        return CanonicalJson.of(envelope);
    }

    /// Reads any spelling of an envelope, strictly: no other keys, no base64 that is not canonical.
    public static Dsse parse(byte[] json) {
        var envelope = CanonicalJson.parse(json);
        requireKeys(envelope, "payload", "payloadType", "signatures");
        var list = envelope.get("signatures");
        if (!list.isArray() || list.isEmpty()) {
            throw malformed();
        }
        return new Dsse(
                text(envelope, "payloadType"),
                base64(envelope, "payload"),
                list.valueStream().map(Dsse::signature).toList());
    }

    private static Signature signature(JsonNode node) {
        requireKeys(node, "keyid", "sig");
        return new Signature(text(node, "keyid"), base64(node, "sig"));
    }

    private static void requireKeys(JsonNode node, String... keys) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        if (!names.equals(new TreeSet<>(List.of(keys)))) {
            throw malformed();
        }
    }

    private static String text(JsonNode node, String key) {
        var value = node.get(key);
        if (!value.isTextual()) {
            throw malformed();
        }
        return value.textValue();
    }

    private static byte[] base64(JsonNode node, String key) {
        var text = text(node, key);
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw malformed().because(e);
        }
        throw malformed();
    }

    private static Problem malformed() {
        return Problem.of(Kind.NOT_VERIFIED, Dsse.class, "envelope-malformed");
    }

    /// `DSSEv1 SP length SP type SP length SP payload` (DSSE protocol, PAE).
    static byte[] preAuthentication(String payloadType, byte[] payload) {
        var type = payloadType.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(type);
        out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(payload);
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dsse envelope && Arrays.equals(toBytes(), envelope.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "envelope of " + payloadType + ", " + payload.length + " bytes, " + signatures.size() + " signatures";
    }
}
