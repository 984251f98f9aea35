package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.bundle.format.StrictJson;
import io.poseidon.workbench.bundle.manifest.Description.Edition;
import io.poseidon.workbench.bundle.manifest.Description.Version;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Schema;
import java.util.List;
import java.util.Optional;

/// The signed list of what a sealed file holds: the publisher's description, the encrypted parts, and the digest of
/// the dataset card. Its bytes are canonical JSON (RFC 8785), so that equal manifests are equal files; exact numbers
/// and integers beyond 2^53 are texts. A manifest is only a claim until the verifier has found its signature good.
public record Manifest(Description description, List<Part> parts, Digest card) {

    /// Of the file format written here; a reader refuses larger ones.
    public static final int FORMAT = 1;

    public static final String TYPE = "application/vnd.poseidon.manifest+json";
    public static final String ENTRY = "manifest.json";

    public Manifest {
        parts = List.copyOf(parts);
    }

    /// Reads strictly. Problems: `newer-format`, or `damaged` with the place.
    public static Manifest parse(byte[] bytes) {
        return new ManifestReader().read(bytes);
    }

    /// Reads no more than the format version, so that a newer manifest is never taken for a damaged one.
    public static void requireFormat(byte[] bytes) {
        ManifestReader.requireFormat(StrictJson.parse(ENTRY, bytes));
    }

    public byte[] toBytes() {
        return new ManifestWriter().write(this);
    }

    public Edition edition() {
        return description.edition();
    }

    public Version version() {
        return description.version();
    }

    public PrivacyStatement privacy() {
        return description.privacy();
    }

    public List<Schema> tables() {
        return description.tables();
    }

    public Optional<Part> part(String table) {
        return parts.stream().filter(part -> part.table().equals(table)).findFirst();
    }
}
