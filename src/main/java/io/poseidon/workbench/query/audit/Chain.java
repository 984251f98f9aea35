package io.poseidon.workbench.query.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The lines of a log, each naming the digest of the one before and counting on from it. One thread at a time.
final class Chain {

    /// What the first line names as its previous.
    static final String START = "0".repeat(64);

    private final List<AuditLine> lines = new ArrayList<>();

    private boolean follow(String text) {
        var line = LineJson.read(text);
        boolean follows = line.filter(next ->
                        next.sequence() == lines.size() && next.previous().equals(head()))
                .isPresent();
        line.filter(next -> follows).ifPresent(lines::add);
        return follows;
    }

    /// Follows all whole lines and gives the number of their bytes; what is left is a torn line.
    int follow(byte[] bytes, Path file) {
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                if (!follow(new String(bytes, from, at - from, StandardCharsets.UTF_8))) {
                    throw LogFile.damaged(file, this);
                }
                from = at + 1;
            }
        }
        return from;
    }

    /// Whether this was the head at some time.
    boolean holds(String digest) {
        return digest.equals(START)
                || lines.stream().anyMatch(line -> line.digest().equals(digest));
    }

    AuditLine next(Instant time, AuditEntry entry) {
        return LineJson.line(lines.size(), head(), time, entry);
    }

    void add(AuditLine line) {
        lines.add(line);
    }

    String head() {
        return lines.isEmpty() ? START : lines.getLast().digest();
    }

    List<AuditLine> lines() {
        return List.copyOf(lines);
    }

    int size() {
        return lines.size();
    }
}
