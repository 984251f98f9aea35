package io.poseidon.workbench.query.rows.people;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Lists of people in the holder's folder, one file each, as keyed fingerprints of 16 bytes: enough to tell who stands
/// in two lists, without a name. A list's own name is the digest of its file, so that a changed one is noticed.
///
/// On disk when [#keep] returns. One thread at a time.
public final class PeopleLists {

    private static final int FINGERPRINT = 16;

    private final Path folder;
    private final byte[] secret;
    private final Map<String, Set<String>> known = new HashMap<>();

    /// `secret` is the key of one state of the data; it stays the caller's.
    public PeopleLists(Path folder, byte[] secret) {
        this.folder = folder;
        this.secret = secret.clone();
    }

    /// Keeps a list and gives its name.
    public String keep(Collection<String> people) {
        var members = fingerprints(people);
        var bytes = bytes(members);
        var name = name(bytes);
        if (!known.containsKey(name)) {
            write(name, bytes);
            known.put(name, Set.copyOf(members));
        }
        return name;
    }

    /// The fingerprints in a list that was kept.
    public Set<String> members(String list) {
        return known.computeIfAbsent(list, this::read);
    }

    private TreeSet<String> fingerprints(Collection<String> people) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var members = new TreeSet<String>();
            for (var person : people) {
                var full = mac.doFinal(("person/1 " + person).getBytes(StandardCharsets.UTF_8));
                members.add(new String(full, 0, FINGERPRINT, StandardCharsets.ISO_8859_1));
            }
            return members;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    private static byte[] bytes(Collection<String> members) {
        var out = new ByteArrayOutputStream();
        members.forEach(member -> out.writeBytes(member.getBytes(StandardCharsets.ISO_8859_1)));
        return out.toByteArray();
    }

    private static String name(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void write(String name, byte[] bytes) {
        var file = folder.resolve(name);
        var draft = folder.resolve(name + ".new");
        try {
            Files.createDirectories(folder);
            try (var out = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, PeopleLists.class, "list-unwritable", folder)
                    .because(e);
        }
    }

    private Set<String> read(String name) {
        try {
            var bytes = Files.readAllBytes(folder.resolve(name));
            if (!name(bytes).equals(name)) {
                throw Problem.of(Kind.INPUT, PeopleLists.class, "list-damaged", folder);
            }
            var members = new TreeSet<String>();
            for (int at = 0; at < bytes.length; at += FINGERPRINT) {
                members.add(new String(bytes, at, FINGERPRINT, StandardCharsets.ISO_8859_1));
            }
            return Set.copyOf(members);
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, PeopleLists.class, "list-damaged", folder)
                    .because(e);
        }
    }

    @Override
    public String toString() {
        return "PeopleLists" + List.of(known.size());
    }
}
