package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Pem;
import io.poseidon.workbench.crypto.SecretFile;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;

/// Signs the members of a private federation. Its key (Ed25519, `ca.key`) lies in a folder of its own; whoever holds it
/// can admit members, so the relay's operator should not. Closing zeroes the key.
///
/// There is no revocation list: shards pin the fingerprints of the members they talk to, and a federation whose member
/// has lost a key is founded anew.
public final class Authority implements AutoCloseable {

    private final SigningKey key;
    private final Validity validity;

    private Authority(SigningKey key, Validity validity) {
        this.key = key;
        this.validity = validity;
    }

    /// Takes up the key in `vault`, or makes one there and writes `ca.pem` into `folder`. Both folders are made.
    public static Authority in(Path vault, Path folder, Validity validity) {
        var secret = vault.resolve("ca.key");
        var certificate = folder.resolve("ca.pem");
        if (Files.exists(secret)) {
            return takenUp(SigningKey.read(secret), certificate, validity);
        }
        if (Files.exists(certificate)) {
            throw Problem.of(Kind.INPUT, Authority.class, "authority-key-missing", secret);
        }
        makeFolders(vault, folder);
        var key = SigningKey.generate();
        key.write(secret);
        SecretFile.writePublic(certificate, Pem.encode("CERTIFICATE", Certificates.root(key, validity.longest())));
        return new Authority(key, validity);
    }

    private static Authority takenUp(SigningKey key, Path certificate, Validity validity) {
        var federation = TrustedAuthority.read(certificate).federation();
        if (!federation.equals(key.verifyingKey().keyId())) {
            key.close();
            throw Problem.of(Kind.INPUT, Authority.class, "authority-key-differs", certificate);
        }
        return new Authority(key, validity);
    }

    private static void makeFolders(Path... folders) {
        for (var folder : folders) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw Problem.of(Kind.SURROUNDINGS, Authority.class, "cannot-make-folder", folder)
                        .because(e);
            }
        }
    }

    /// Makes all keys of the members and writes five files for each. `hosts` are names and addresses they listen
    /// under beside their own names and loopback. Refuses before anything is written when a name stands twice or is
    /// taken.
    public List<MemberCard> admit(List<MemberName> members, List<Host> hosts, Path folder) {
        var names = new HashSet<String>();
        for (var member : members) {
            if (!names.add(member.name())) {
                throw Problem.of(Kind.USAGE, Authority.class, "member-named-twice", member.name());
            }
            requireAbsent(member, folder);
        }
        return members.stream().map(member -> admit(member, hosts, folder)).toList();
    }

    /// As above, for one member.
    public MemberCard admit(MemberName member, List<Host> hosts, Path folder) {
        requireAbsent(member, folder);
        var tls = tlsKeys();
        var certificate = Certificates.leaf(key, member, tls.getPublic().getEncoded(), names(member, hosts), validity);
        var stem = member.name();
        SecretFile.writePublic(folder.resolve(stem + ".pem"), Pem.encode("CERTIFICATE", certificate));
        SecretFile.write(
                folder.resolve(stem + ".key"),
                Pem.encode("PRIVATE KEY", tls.getPrivate().getEncoded()));
        try (var signing = SigningKey.generate();
                var sealing = Identity.generate()) {
            signing.write(folder.resolve(stem + ".signing.key"));
            IdentityFile.write(folder.resolve(stem + ".sealing.key"), sealing, Optional.empty());
            var recipient = sealing.recipient().orElseThrow();
            var card = new MemberCard(member, signing.verifyingKey(), recipient, Digest.of(certificate), validity);
            var envelope = Dsse.sign(MemberCard.TYPE, card.payload(), key);
            SecretFile.writePublic(folder.resolve(stem + ".card.json"), envelope.toBytes());
            return card;
        }
    }

    private static void requireAbsent(MemberName member, Path folder) {
        for (var end : List.of(".pem", ".key", ".signing.key", ".sealing.key", ".card.json")) {
            var file = folder.resolve(member.name() + end);
            if (Files.exists(file)) {
                throw Problem.of(Kind.SURROUNDINGS, Authority.class, "member-exists", file);
            }
        }
    }

    private static KeyPair tlsKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<GeneralName> names(MemberName member, List<Host> hosts) {
        var own = Stream.of(member.name(), "localhost", "127.0.0.1", "::1").map(Host::parse);
        return Stream.concat(own, hosts.stream())
                .distinct()
                .map(host ->
                        new GeneralName(host.isAddress() ? GeneralName.iPAddress : GeneralName.dNSName, host.text()))
                .toList();
    }

    /// As members know it.
    public TrustedAuthority trusted() {
        return TrustedAuthority.of(key.verifyingKey());
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "authority of federation " + trusted().federation();
    }
}
