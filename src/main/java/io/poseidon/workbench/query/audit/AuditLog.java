package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.job.ToTheEnd;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every decision and every exit, in order: an append-only file `audit.log` in a folder, one JSON object a line, each
/// line naming the digest of the one before. A line is on disk when [#append] returns. A changed, removed or reordered
/// line is found; a torn last one is cut off and told. Whoever may write the file may write all of it anew: evidence
/// signed elsewhere names the head it saw.
///
/// Safe for any thread, and for several processes on one file.
public final class AuditLog {

    public static final String NAME = "audit.log";

    /// Makes the line that follows.
    interface Next {
        AuditLine after(Chain chain);
    }

    private final Chain chain;
    private final Optional<LogFile> file;
    private final Clock clock;
    private final LogSecret secret;

    private AuditLog(Chain chain, Optional<LogFile> file, LogSecret secret, Clock clock) {
        this.chain = chain;
        this.file = file;
        this.secret = secret;
        this.clock = clock;
    }

    /// Opens or starts the log in a folder.
    public static AuditLog open(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            var chain = new Chain();
            var file = new LogFile(folder.resolve(NAME), chain);
            file.open();
            return new AuditLog(chain, Optional.of(file), LogSecret.of(folder), clock);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /// For where nothing is to be kept: ends with the process.
    public static AuditLog inMemory(Clock clock) {
        return new AuditLog(new Chain(), Optional.empty(), LogSecret.fresh(), clock);
    }

    /// Also for a job that was cancelled: how its question ended is written down like another.
    public synchronized AuditLine append(AuditEntry entry) {
        Next next = before -> before.next(clock.instant(), entry);
        if (file.isEmpty()) {
            var line = next.after(chain);
            chain.add(line);
            return line;
        }
        return ToTheEnd.run(() -> written(file.get(), next));
    }

    private static AuditLine written(LogFile file, Next next) {
        try {
            return file.append(next);
        } catch (IOException e) {
            throw unwritable(NAME, e);
        }
    }

    /// The lines known so far, the oldest first.
    public synchronized List<AuditLine> lines() {
        return chain.lines();
    }

    /// A fingerprint of everything so far.
    public synchronized String head() {
        return chain.head();
    }

    /// Whether a line that a crash had torn was cut off; it was never acted upon.
    public synchronized boolean wasTorn() {
        return file.map(LogFile::wasTorn).orElse(false);
    }

    /// By this log's clock.
    public Instant now() {
        return clock.instant();
    }

    /// A digest under the secret beside this log, for what must not be found by trying.
    public String keyed(String digest) {
        return secret.keyed(digest);
    }

    private static Problem unwritable(Object what, IOException e) {
        return Problem.of(Kind.SURROUNDINGS, AuditLog.class, "log-unwritable", what)
                .because(e);
    }
}
