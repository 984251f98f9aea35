package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.crypto.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/// X.509 version 3, DER: an Ed25519 authority and its members' leaves.
final class Certificates {

    private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");
    private static final int SERIAL_BITS = 127;

    private Certificates() {}

    /// Signs itself and may sign leaves only.
    static byte[] root(SigningKey key, Validity validity) {
        try {
            var name = subject(new MemberName("authority", "Private federation"));
            var builder = builder(name, name, key.verifyingKey().spki(), validity)
                    .addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return builder.build(new Signer(key)).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// For both sides of TLS, under the member's name, loopback and the hosts given.
    static byte[] leaf(SigningKey key, MemberName member, byte[] spki, List<GeneralName> hosts, Validity validity) {
        try {
            var issuer = subject(new MemberName("authority", "Private federation"));
            var purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
            var names = new GeneralNames(hosts.toArray(new GeneralName[0]));
            var builder = builder(issuer, subject(member), spki, validity)
                    .addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(key)))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes))
                    .addExtension(Extension.subjectAlternativeName, false, names);
            return builder.build(new Signer(key)).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, byte[] spki, Validity validity) {
        return new X509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(validity.from()),
                Date.from(validity.until()),
                subject,
                SubjectPublicKeyInfo.getInstance(spki));
    }

    /// RFC 7093, method 1: the leftmost 160 bits of the key's SHA-256.
    private static byte[] keyId(SigningKey key) {
        return Arrays.copyOf(key.verifyingKey().keyId().bytes(), 20);
    }

    private static X500Name subject(MemberName member) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, member.organisation())
                .addRDN(BCStyle.CN, member.name())
                .build();
    }

    private static final class Signer implements ContentSigner {
        private final SigningKey key;
        private final ByteArrayOutputStream toBeSigned = new ByteArrayOutputStream();

        Signer(SigningKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(ED25519);
        }

        @Override
        public OutputStream getOutputStream() {
            return toBeSigned;
        }

        @Override
        public byte[] getSignature() {
            return key.sign(toBeSigned.toByteArray());
        }
    }
}
