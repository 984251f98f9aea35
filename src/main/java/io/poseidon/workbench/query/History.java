package io.poseidon.workbench.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.OwnerOnly;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.result.Drafts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Questions that were asked, with what became of them: texts, digests and outcomes, never a result. One JSON document
/// a line in a file of the caller's choice; a line that cannot be read (a crash while it was written) is passed over.
/// Safe for any thread of one process.
public final class History {

    private static final int KEPT = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    /// `outcome` is `answered`, `refused`, `failed` or `cancelled`; `detail` its rule or code; `rows` is -1 where the
    /// end was not seen.
    public record Entry(
            Instant at,
            String dataset,
            String sql,
            String decision,
            String outcome,
            String detail,
            long rows,
            Duration took) {

        /// Whether this says that an answer told before failed after all.
        public boolean takesBack(Entry before) {
            boolean same = at.equals(before.at) && sql.equals(before.sql) && dataset.equals(before.dataset);
            return same && outcome.equals("failed") && before.outcome.equals("answered");
        }

        /// SHA-256 of the text, in hexadecimal.
        public String digest() {
            return Sha256.of(sql);
        }
    }

    private final Optional<Path> file;
    private final List<Entry> entries;

    private History(Optional<Path> file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /// Reads what is there; an absent file is an empty history.
    public static History open(Path file) {
        var entries = new ArrayList<Entry>();
        if (Files.exists(file)) {
            try {
                // the text of a torn line may end within a letter
                var lines = new String(Files.readAllBytes(file), UTF_8).lines();
                lines.map(History::read).flatMap(Optional::stream).forEach(entry -> put(entries, entry));
            } catch (IOException e) {
                throw Problem.of(Kind.SURROUNDINGS, History.class, "history-unreadable", file)
                        .because(e);
            }
        }
        var history = new History(Optional.of(file), entries);
        history.shorten(file);
        return history;
    }

    /// Ends with the process.
    public static History inMemory() {
        return new History(Optional.empty(), new ArrayList<>());
    }

    /// The newest first.
    public synchronized List<Entry> entries() {
        return List.copyOf(entries.reversed());
    }

    /// An answer that turns out to have failed further down is taken back.
    public synchronized void add(Entry entry) {
        put(entries, entry);
        file.ifPresent(kept -> append(kept, entry));
    }

    private static void append(Path file, Entry entry) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.notExists(file)) {
                Files.createFile(file, OwnerOnly.of(file));
            }
            var line = write(entry) + "\n";
            Files.writeString(file, isTorn(file) ? "\n" + line : line, UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, History.class, "history-unwritable", file)
                    .because(e);
        }
    }

    /// Whether a crash cut its last line short, which would swallow the next.
    private static boolean isTorn(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            var last = ByteBuffer.allocate(1);
            channel.position(Math.max(0, channel.size() - 1));
            return channel.read(last) == 1 && last.get(0) != '\n';
        }
    }

    private static void put(List<Entry> entries, Entry entry) {
        entries.removeIf(entry::takesBack);
        entries.add(entry);
    }

    private void shorten(Path file) {
        if (entries.size() <= KEPT) {
            return;
        }
        entries.subList(0, entries.size() - KEPT).clear();
        var lines = entries.stream().map(History::write).toList();
        Drafts.writePrivate(file, draft -> Files.write(draft, lines, UTF_8));
    }

    private static String write(Entry entry) {
        return JSON.createObjectNode()
                .put("at", entry.at().toString())
                .put("dataset", entry.dataset())
                .put("sql", entry.sql())
                .put("sha256", entry.digest())
                .put("decision", entry.decision())
                .put("outcome", entry.outcome())
                .put("detail", entry.detail())
                .put("rows", entry.rows())
                .put("milliseconds", entry.took().toMillis())
                .toString();
    }

    private static Optional<Entry> read(String line) {
        try {
            var json = JSON.readTree(line);
            return Optional.of(new Entry(
                    Instant.parse(json.path("at").asText()),
                    json.path("dataset").asText(),
                    json.path("sql").asText(),
                    json.path("decision").asText(),
                    json.path("outcome").asText(),
                    json.path("detail").asText(),
                    json.path("rows").asLong(-1),
                    Duration.ofMillis(json.path("milliseconds").asLong())));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
