package io.poseidon.workbench.bundle;

import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The signers whose files may be opened: public keys in PEM, given one by one or kept in a folder. A signer's name is
/// what the person who trusted the key called its file; nothing a sealed file says about its signer is believed.
public record Trust(List<Signer> signers) {

    private static final String SUFFIX = ".pub";

    /// A trusted key, its name, and since when it has been trusted.
    public record Signer(String name, VerifyingKey key, Instant since) {
        public String keyId() {
            return key.keyId().hex();
        }
    }

    public Trust {
        signers = List.copyOf(signers);
    }

    /// Trusts these keys and no others.
    public static Trust of(List<Path> pems) {
        return new Trust(pems.stream().map(Trust::read).toList());
    }

    /// Trusts every `.pub` and `.pem` in a folder; nobody where there is no such folder.
    public static Trust inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new Trust(List.of());
        }
        try (var files = Files.list(folder)) {
            return of(files.filter(Trust::isKey).sorted().toList());
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, Trust.class, "trust-unreadable", folder)
                    .because(e);
        }
    }

    /// Where a person keeps trusted signers: `poseidon/trust` under the configuration folder of the XDG base directory
    /// specification.
    public static Path userFolder(Map<String, String> environment) {
        var configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        var base =
                configured.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".config") : Path.of(configured);
        return base.resolve("poseidon").resolve("trust");
    }

    /// Keeps a key in a folder under a name, so that [#inFolder] finds it. Refuses a name that is taken.
    public static Signer add(Path folder, String name, VerifyingKey key) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}")) {
            throw Problem.of(Kind.INPUT, Trust.class, "signer-name");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, Trust.class, "trust-unwritable", folder)
                    .because(e);
        }
        var file = folder.resolve(name + SUFFIX);
        key.write(file);
        return read(file);
    }

    /// The signer with this key id, where there is one.
    public Optional<Signer> signer(String keyId) {
        return signers.stream().filter(signer -> signer.keyId().equals(keyId)).findFirst();
    }

    public Trust and(Signer signer) {
        var more = new ArrayList<>(signers);
        more.add(signer);
        return new Trust(more);
    }

    private static Signer read(Path file) {
        var key = VerifyingKey.read(file);
        try {
            var since = Files.getLastModifiedTime(file).toInstant();
            var name = String.valueOf(file.getFileName());
            return new Signer(name.substring(0, Math.max(name.lastIndexOf('.'), 1)), key, since);
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, Trust.class, "trust-unreadable", file).because(e);
        }
    }

    private static boolean isKey(Path file) {
        var name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(SUFFIX) || name.endsWith(".pem"));
    }
}
