package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.result.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Thirty-two random bytes that hide a result in its digest: without them nobody can try out small results until one
/// fits. They belong with the result and stand in a file beside the record, never in it.
public final class Salt {

    private static final int SIZE = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    static Salt fresh() {
        var bytes = new byte[SIZE];
        new SecureRandom().nextBytes(bytes);
        return new Salt(bytes);
    }

    /// `answer.evidence.json` has `answer.evidence.salt` beside it.
    public static Path beside(Path record) {
        var name = String.valueOf(record.getFileName());
        var stem = name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
        return record.resolveSibling(stem + ".salt");
    }

    public static Salt read(Path file) {
        try {
            var bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length == SIZE) {
                return new Salt(bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of(Kind.INPUT, Salt.class, "salt-unreadable", file).because(e);
        }
        throw Problem.of(Kind.INPUT, Salt.class, "salt-unreadable", file);
    }

    void write(Path file) {
        Drafts.writePrivate(
                file, draft -> Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n"));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// Whether this is the salt of that digest.
    public boolean fits(Evidence.Committed committed) {
        return committed.salt().equals(digest());
    }

    /// Lets the right salt be known from a wrong one; tells nothing about it.
    String digest() {
        return Sha256.of(bytes);
    }

    @Override
    public String toString() {
        return "salt of " + SIZE + " bytes";
    }
}
