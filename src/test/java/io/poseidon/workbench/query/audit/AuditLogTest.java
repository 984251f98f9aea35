package io.poseidon.workbench.query.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.AnotherProcess;
import io.poseidon.workbench.model.Hold;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the log keeps, and what it finds.
class AuditLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T01:02:03.456Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(AuditLog.NAME);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsEveryKindOfLineOverARestart(long seed) {
        var entries = Entries.random(seed, 25);
        var log = AuditLog.open(folder, CLOCK);
        entries.forEach(log::append);
        var again = AuditLog.open(folder, CLOCK);
        assertEquals(entries, again.lines().stream().map(AuditLine::entry).toList(), "seed " + seed);
        assertEquals(log.head(), again.head());
        assertEquals(again.lines(), LogReading.of(file()).lines());
        assertEquals(CLOCK.instant(), again.lines().getFirst().time());
        again.append(Entries.decided("select 2"));
        assertEquals(26, AuditLog.open(folder, CLOCK).lines().size());
    }

    @Test
    void hasTheLineOfAJobThatWasCancelled() {
        var log = AuditLog.open(folder, CLOCK);
        Thread.currentThread().interrupt();
        log.append(Entries.decided("select 1"));
        assertTrue(Thread.interrupted());
        log.append(Entries.decided("select 2"));
        assertEquals(2, AuditLog.open(folder, CLOCK).lines().size());
    }

    @Test
    void namesInEachLineTheDigestOfTheOneBefore() throws IOException {
        var log = AuditLog.open(folder, CLOCK);
        log.append(Entries.decided("select 1"));
        log.append(Entries.decided("select 2"));
        var lines = Files.readAllLines(file());
        assertTrue(lines.get(0).contains("\"previous\":\"" + "0".repeat(64) + "\""));
        assertTrue(lines.get(1).contains("\"previous\":\"" + Sha256.of(lines.get(0)) + "\""));
        assertEquals(Sha256.of(lines.get(1)), log.head());
    }

    /// Every byte of every line is under the chain, and the last line under the end beside it.
    @Test
    void findsAChangedByteAnywhere() throws IOException {
        var log = AuditLog.open(folder, CLOCK);
        Entries.random(4, 4).stream()
                .filter(entry -> !entry.toString().contains("xxx"))
                .forEach(log::append);
        log.append(Entries.decided("select 1"));
        var sound = Files.readAllBytes(file());
        var random = new Random(5);
        for (int at = random.nextInt(5); at < sound.length - 1; at += 5) {
            var changed = sound.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), changed);
            int where = at;
            var problem = assertThrows(Problem.class, () -> LogReading.of(file()), () -> "byte " + where);
            assertEquals("log-damaged", problem.code());
        }
    }

    @Test
    void findsMissingDoubledAndExchangedLines() throws IOException {
        var log = AuditLog.open(folder, CLOCK);
        for (int i = 0; i < 5; i++) {
            log.append(Entries.decided("select " + i));
        }
        var lines = Files.readAllLines(file());
        for (int at = 0; at < 5; at++) {
            var without = new ArrayList<>(lines);
            without.remove(at);
            refuses(without);
            var doubled = new ArrayList<>(lines);
            doubled.add(at, lines.get(at));
            refuses(doubled);
        }
        var exchanged = new ArrayList<>(lines);
        exchanged.set(2, lines.get(3));
        exchanged.set(3, lines.get(2));
        refuses(exchanged);
        refuses(List.of());
    }

    private void refuses(List<String> lines) throws IOException {
        Files.write(file(), lines, StandardCharsets.UTF_8);
        var problem = assertThrows(Problem.class, () -> AuditLog.open(folder, CLOCK));
        assertEquals("log-damaged", problem.code());
        assertEquals(Kind.INPUT, problem.kind());
        assertEquals(lines, Files.readAllLines(file()), "what is damaged is left as it is");
    }

    /// As after kill -9 at any point of the last write.
    @Test
    void cutsATornLastLineAndSaysSo() throws IOException {
        var log = AuditLog.open(folder, CLOCK);
        log.append(Entries.decided("select 1"));
        var before = Files.readAllBytes(file());
        var end = Files.readAllBytes(folder.resolve("audit.log.end"));
        log.append(Entries.decided("select 2"));
        var whole = Files.readAllBytes(file());
        for (int length = before.length + 1; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            Files.write(folder.resolve("audit.log.end"), end);
            assertTrue(LogReading.of(file()).torn());
            var again = AuditLog.open(folder, CLOCK);
            assertTrue(again.wasTorn());
            assertEquals(1, again.lines().size());
            assertEquals(before.length, Files.size(file()));
        }
        Files.write(file(), whole);
        var complete = AuditLog.open(folder, CLOCK);
        assertFalse(complete.wasTorn(), "the line was whole, only its end was not written");
        assertEquals(2, complete.lines().size());
    }

    @Test
    void letsSeveralWritersTakeTurns() {
        var first = AuditLog.open(folder, CLOCK);
        var second = AuditLog.open(folder, CLOCK);
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> (i % 2 == 0 ? first : second).append(Entries.decided("select " + i)));
        var all = AuditLog.open(folder, CLOCK).lines();
        assertEquals(20, all.size());
        assertEquals(20, all.stream().map(AuditLine::entry).distinct().count());
    }

    @Test
    void waitsForAnotherProcessAndLetsNoneInThatMeetsAReader() throws IOException {
        var log = AuditLog.open(folder, CLOCK);
        try (var _ = Hold.tryTake(file()).orElseThrow()) {
            LogReading.of(file());
            assertEquals("held", Appending.inAnotherProcess(folder, "none"));
            Files.readAllBytes(file());
            assertEquals("held", Appending.inAnotherProcess(folder, "none"));
        }
        assertEquals("written", Appending.inAnotherProcess(folder, "long"));
        log.append(Entries.decided("select 2"));
        assertEquals(2, log.lines().size());
    }

    /// Writes a line, or says that somebody has the log.
    static final class Appending {

        /// With no patience one that is held is refused at once.
        static String inAnotherProcess(Path folder, String patience) {
            return AnotherProcess.says(Appending.class, folder.toString(), patience);
        }

        public static void main(String[] arguments) {
            if (arguments[1].equals("none")) {
                Thread.currentThread().interrupt();
            }
            try {
                var log = AuditLog.open(Path.of(arguments[0]), CLOCK);
                log.append(Entries.decided("select 1"));
                System.out.println("written");
            } catch (Problem problem) {
                System.out.println(problem.code().equals("log-busy") ? "held" : problem.code());
            }
        }
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        AuditLog.open(folder, CLOCK).append(Entries.decided("select 1"));
        for (var name : List.of(AuditLog.NAME, "audit.log.end", "audit.log.lock", "audit.secret")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
        }
    }

    @Test
    void digestsResultsUnderItsOwnSecret() {
        var log = AuditLog.open(folder, CLOCK);
        var digest = Sha256.of("42");
        assertEquals(log.keyed(digest), AuditLog.open(folder, CLOCK).keyed(digest));
        assertNotEquals(log.keyed(digest), AuditLog.inMemory(CLOCK).keyed(digest));
        assertNotEquals(digest, log.keyed(digest));
    }

    @Test
    void tellsWhereItCannotWrite() throws IOException {
        var blocked = Files.writeString(folder.resolve("blocked"), "a file");
        var problem = assertThrows(Problem.class, () -> AuditLog.open(blocked.resolve("x"), CLOCK));
        assertEquals("log-unwritable", problem.code());
    }
}
