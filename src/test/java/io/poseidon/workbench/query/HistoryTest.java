package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.History.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Entry FIRST = entry("select 1", "answered");
    private static final Entry SECOND = entry("select\n\"한글\" -- \\ {", "refused");

    @TempDir
    private Path folder;

    @Test
    void remembersAcrossSessionsTheNewestFirst() {
        var file = folder.resolve("new").resolve("history.jsonl");
        History.open(file).add(FIRST);
        var again = History.open(file);
        again.add(SECOND);
        assertEquals(List.of(SECOND, FIRST), History.open(file).entries());
        assertEquals(List.of(SECOND, FIRST), again.entries());
    }

    @Test
    void anAnswerThatFailedAfterAllIsTakenBack() {
        var file = folder.resolve("history.jsonl");
        var history = History.open(file);
        var late = new Entry(FIRST.at(), FIRST.dataset(), FIRST.sql(), "", "failed", "query-failed", -1, FIRST.took());
        history.add(FIRST);
        history.add(SECOND);
        history.add(late);
        assertEquals(List.of(late, SECOND), history.entries());
        assertEquals(List.of(late, SECOND), History.open(file).entries());
        history.add(late);
        assertEquals(3, history.entries().size(), "a failure takes back an answer, not another failure");
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        var file = folder.resolve("history.jsonl");
        History.open(file).add(FIRST);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void passesOverALineThatACrashCutShort() throws IOException {
        var file = folder.resolve("history.jsonl");
        History.open(file).add(FIRST);
        var torn = "{\"at\":\"2026-11-26T00:00:00Z\",\"sql\":\"한".getBytes(StandardCharsets.UTF_8);
        Files.write(file, Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
        var history = History.open(file);
        assertEquals(List.of(FIRST), history.entries());
        history.add(SECOND);
        assertEquals(List.of(SECOND, FIRST), History.open(file).entries());
    }

    @Test
    void keepsAThousand() throws IOException {
        var file = folder.resolve("history.jsonl");
        var history = History.open(file);
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 1_003; i++) {
            all.add(entry("select " + i, "answered"));
            history.add(all.getLast());
        }
        assertEquals(all.subList(3, 1_003).reversed(), History.open(file).entries());
        assertEquals(1_000, Files.readAllLines(file).size());
    }

    @Test
    void keepsTheDigestOfTheTextAndNoResult() throws IOException {
        var file = folder.resolve("history.jsonl");
        History.open(file).add(FIRST);
        var line = Files.readString(file);
        assertTrue(line.contains("\"sha256\":\"" + FIRST.digest() + "\""));
        assertEquals("822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f", FIRST.digest());
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        var blocked = Files.writeString(folder.resolve("a file"), "").resolve("history.jsonl");
        var problem = assertThrows(Problem.class, () -> History.open(blocked).add(FIRST));
        assertEquals("history-unwritable", problem.code());
    }

    private static Entry entry(String sql, String outcome) {
        return new Entry(
                Instant.parse("2026-11-25T10:00:00Z"),
                "card-spend-2026q3 gold",
                sql,
                "allow",
                outcome,
                "",
                3,
                Duration.ofMillis(12));
    }
}
