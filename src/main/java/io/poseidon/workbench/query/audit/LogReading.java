package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A log as it was found, verified from the first line to the last. `torn` says that its last line is incomplete.
public record LogReading(List<AuditLine> lines, boolean torn) {

    public LogReading {
        lines = List.copyOf(lines);
    }

    /// Changes nothing. A line that does not follow is a problem that names it.
    public static LogReading of(Path file) {
        try {
            return of(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, AuditLog.class, "log-unreadable", file).because(e);
        }
    }

    private static LogReading of(Path file, byte[] bytes) throws IOException {
        var chain = new Chain();
        int whole = chain.follow(bytes, file);
        LogFile.requireEnd(file, chain);
        return new LogReading(chain.lines(), whole < bytes.length);
    }
}
