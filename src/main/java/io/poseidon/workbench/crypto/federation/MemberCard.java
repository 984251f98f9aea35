package io.poseidon.workbench.crypto.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Recipient;
import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/// What the authority says about a member: which keys are whose. Made by [TrustedAuthority#verify] only.
///
/// @param member name and organisation
/// @param signing verifies the member's messages
/// @param sealing seals messages to the member
/// @param certificate SHA-256 of the member's TLS certificate (DER)
/// @param validity of card and certificate
public record MemberCard(
        MemberName member, VerifyingKey signing, Recipient sealing, Digest certificate, Validity validity) {

    static final String TYPE = "application/vnd.poseidon.member+json";

    /// What policies pin: `SHA256:` and the hexadecimal digest of the key that signs the member's messages.
    public String fingerprint() {
        return "SHA256:" + signing.keyId().hex();
    }

    /// Whether a TLS peer that showed this certificate (DER) is this member.
    public boolean isHolderOf(byte[] peerCertificate) {
        return Digest.of(peerCertificate).equals(certificate);
    }

    byte[] payload() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("name", member.name())
                .put("organisation", member.organisation())
                .put("signing", Base64.getEncoder().encodeToString(signing.spki()))
                .put("sealing", sealing.toString())
                .put("certificate", certificate.hex())
                .put("from", validity.from().toString())
                .put("until", validity.until().toString());
        return CanonicalJson.of(node);
    }

    static MemberCard parse(byte[] payload) {
        var node = CanonicalJson.parse(payload);
        try {
            return new MemberCard(
                    new MemberName(text(node, "name"), text(node, "organisation")),
                    VerifyingKey.ofSpki(Base64.getDecoder().decode(text(node, "signing"))),
                    Recipient.parse(text(node, "sealing")),
                    new Digest(text(node, "certificate")),
                    new Validity(Instant.parse(text(node, "from")), Instant.parse(text(node, "until"))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw malformed().because(e);
        }
    }

    private static String text(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElseThrow(MemberCard::malformed);
    }

    private static Problem malformed() {
        return Problem.of(Kind.REMOTE, MemberCard.class, "card-malformed");
    }
}
