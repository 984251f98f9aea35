package io.poseidon.workbench.crypto.federation;

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
import java.time.Instant;
import java.util.List;

/// A member with its own secrets, as read from its folder. Whoever reads it closes it, which zeroes them.
public final class Member implements AutoCloseable {

    private final Path folder;
    private final TrustedAuthority authority;
    private final byte[] cardBytes;
    private final MemberCard card;
    private final Secrets secrets;

    private record Secrets(SigningKey signing, Identity sealing) {}

    private Member(Path folder, TrustedAuthority authority, byte[] cardBytes, MemberCard card, Secrets secrets) {
        this.folder = folder;
        this.authority = authority;
        this.cardBytes = cardBytes;
        this.card = card;
        this.secrets = secrets;
    }

    /// Checks that card, keys and certificate belong together and are valid at that time.
    public static Member read(Path folder, String name, Instant at) {
        requirePresent(folder, name);
        var authority = TrustedAuthority.read(folder.resolve("ca.pem"));
        var cardBytes = SecretFile.read(folder.resolve(name + ".card.json"));
        var card = authority.verify(cardBytes, at);
        var signing = SigningKey.read(folder.resolve(name + ".signing.key"));
        var sealing = sealing(folder.resolve(name + ".sealing.key"));
        var member = new Member(folder, authority, cardBytes, card, new Secrets(signing, sealing));
        if (!member.isConsistent(name)) {
            member.close();
            throw Problem.of(Kind.INPUT, Member.class, "member-keys-differ", name, folder);
        }
        return member;
    }

    /// The names of all members whose secrets lie in a folder.
    public static List<String> names(Path folder) {
        var suffix = ".signing.key";
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(suffix))
                    .map(file -> file.substring(0, file.length() - suffix.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, Member.class, "member-folder-unreadable", folder)
                    .because(e);
        }
    }

    private static void requirePresent(Path folder, String name) {
        var parts = List.of("ca.pem", name + ".pem", name + ".key", name + ".card.json", name + ".signing.key");
        for (var part : parts) {
            if (!Files.isRegularFile(folder.resolve(part))) {
                throw Problem.of(Kind.INPUT, Member.class, "member-file-missing", folder.resolve(part), name);
            }
        }
    }

    private static Identity sealing(Path file) {
        var identities = IdentityFile.read(file, () -> {
            throw Problem.of(Kind.LOCKED, Member.class, "member-key-wrapped", file);
        });
        if (identities.size() != 1) {
            identities.forEach(Identity::close);
            throw Problem.of(Kind.INPUT, Member.class, "member-key-wrapped", file);
        }
        return identities.getFirst();
    }

    private boolean isConsistent(String name) {
        return card.member().name().equals(name)
                && card.signing().equals(secrets.signing.verifyingKey())
                && secrets.sealing.recipient().filter(card.sealing()::equals).isPresent()
                && card.isHolderOf(Pem.decode("CERTIFICATE", SecretFile.read(certificate()), certificate()));
    }

    public MemberCard card() {
        return card;
    }

    /// What to hand to other members, who judge it by `ca.pem`.
    public byte[] cardBytes() {
        return cardBytes.clone();
    }

    public TrustedAuthority authority() {
        return authority;
    }

    /// Signs what is no sealed message: a survivor set, a prepared statement. Never closed by its user.
    public SigningKey signing() {
        return secrets.signing;
    }

    Identity sealing() {
        return secrets.sealing;
    }

    /// PEM of the authority, for TLS.
    public Path authorityCertificate() {
        return folder.resolve("ca.pem");
    }

    /// PEM of the member's TLS certificate.
    public Path certificate() {
        return folder.resolve(card.member().name() + ".pem");
    }

    /// PEM (PKCS#8) of the member's TLS key.
    public Path privateKey() {
        return folder.resolve(card.member().name() + ".key");
    }

    @Override
    public void close() {
        secrets.signing.close();
        secrets.sealing.close();
    }

    @Override
    public String toString() {
        return "member " + card.member().name();
    }
}
