package io.poseidon.workbench.policy.ledger;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A ledger as it stands in its file: the whole lines, the hash of the last one, and how many bytes they take. What is
/// behind them is a torn line that was never acted upon.
public record LedgerReading(List<LedgerEntry> entries, String head, int whole) implements LedgerView {

    static final String START = "0".repeat(64);

    public LedgerReading {
        entries = List.copyOf(entries);
    }

    static Path file(Path folder) {
        return folder.resolve("privacy-ledger.log");
    }

    static Path end(Path file) {
        return file.resolveSibling(file.getFileName() + ".end");
    }

    /// Looks at the ledger in a folder without holding or changing it; a folder without one has an empty one.
    public static LedgerReading look(Path folder) {
        var file = file(folder);
        try {
            if (!Files.exists(file)) {
                return new LedgerReading(List.of(), START, 0);
            }
            var known = readEnd(file);
            return of(Files.readAllBytes(file), known)
                    .orElseThrow(() -> Problem.of(Kind.INPUT, PrivacyLedger.class, "ledger-damaged", file));
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, PrivacyLedger.class, "ledger-unreadable", folder)
                    .because(e);
        }
    }

    static Optional<String> readEnd(Path file) throws IOException {
        var end = end(file);
        return Files.exists(end) ? Optional.of(Files.readString(end).strip()) : Optional.empty();
    }

    /// Empty where a line does not follow from the one before, or the end that was noted is not there.
    static Optional<LedgerReading> of(byte[] bytes, Optional<String> known) {
        int whole = lastLineEnd(bytes);
        var entries = new ArrayList<LedgerEntry>();
        var head = START;
        boolean seenEnd = known.isEmpty() || known.get().equals(START);
        for (var line :
                new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            int space = line.indexOf(' ');
            var body = space < 0 ? "" : line.substring(space + 1);
            var entry = LedgerEntry.parse(body);
            if (space < 0 || entry.isEmpty() || !LedgerEntry.hash(head, body).equals(line.substring(0, space))) {
                return Optional.empty();
            }
            entries.add(entry.get());
            head = line.substring(0, space);
            seenEnd |= known.filter(head::equals).isPresent();
        }
        return seenEnd ? Optional.of(new LedgerReading(entries, head, whole)) : Optional.empty();
    }

    private static int lastLineEnd(byte[] bytes) {
        int at = bytes.length;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
