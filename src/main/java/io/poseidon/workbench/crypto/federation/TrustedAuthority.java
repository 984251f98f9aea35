package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.SecretFile;
import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;

/// The authority as its members know it: the public key of `ca.pem`, which judges members' cards.
public final class TrustedAuthority {

    private final VerifyingKey key;

    private TrustedAuthority(VerifyingKey key) {
        this.key = key;
    }

    static TrustedAuthority of(VerifyingKey key) {
        return new TrustedAuthority(key);
    }

    /// Reads `ca.pem`: one certificate of an Ed25519 authority that signed itself.
    public static TrustedAuthority read(Path pem) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var in = new ByteArrayInputStream(SecretFile.read(pem));
            if (!(factory.generateCertificate(in) instanceof X509Certificate certificate)) {
                throw invalid(pem);
            }
            var key = VerifyingKey.ofSpki(certificate.getPublicKey().getEncoded());
            if (certificate.getBasicConstraints() < 0
                    || !key.verifies(certificate.getTBSCertificate(), certificate.getSignature())) {
                throw invalid(pem);
            }
            return new TrustedAuthority(key);
        } catch (GeneralSecurityException e) {
            throw invalid(pem).because(e);
        }
    }

    private static Problem invalid(Path pem) {
        return Problem.of(Kind.INPUT, TrustedAuthority.class, "authority-invalid", pem);
    }

    /// The federation's own name: SHA-256 of the authority's SubjectPublicKeyInfo.
    public Digest federation() {
        return key.keyId();
    }

    /// Believes a card only when this authority signed it and it is valid at that time.
    public MemberCard verify(byte[] card, Instant at) {
        var envelope = Dsse.parse(card);
        if (!envelope.payloadType().equals(MemberCard.TYPE) || !envelope.verify(key)) {
            throw Problem.of(Kind.REMOTE, TrustedAuthority.class, "card-not-signed");
        }
        var parsed = MemberCard.parse(envelope.payload());
        if (!parsed.validity().contains(at)) {
            throw Problem.of(
                    Kind.REMOTE,
                    TrustedAuthority.class,
                    "card-expired",
                    parsed.member().name());
        }
        return parsed;
    }
}
