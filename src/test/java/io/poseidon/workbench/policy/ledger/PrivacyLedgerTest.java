package io.poseidon.workbench.policy.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.AnotherProcess;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.ledger.LedgerEntry.Asker;
import io.poseidon.workbench.policy.span.CellSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public final class PrivacyLedgerTest {

    @TempDir
    private Path folder;

    private static LedgerEntry spend(String buyer, int eighths) {
        return LedgerEntry.reserved(
                new Asker("s", buyer), "q", List.of("v" + eighths), Rational.of(eighths, 8), Rational.of(eighths, 8));
    }

    private void spendTwice() {
        try (var ledger = PrivacyLedger.open(folder)) {
            ledger.append(spend("a", 1));
            ledger.append(spend("b", 2));
        }
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        spendTwice();
        var file = folder.resolve("privacy-ledger.log");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void remembersWhatWasSpentAndReleased() {
        var group = CellSet.rising(new int[] {3, 77}, 2);
        spendTwice();
        try (var ledger = PrivacyLedger.open(folder)) {
            ledger.append(LedgerEntry.released(new Asker("s", "a"), "q", List.of(group)));
        }
        try (var ledger = PrivacyLedger.open(folder)) {
            assertEquals(Rational.of(1, 8), ledger.spentBy("a"));
            assertEquals(Rational.of(3, 8), ledger.spent());
            assertEquals(List.of(group), ledger.entries().getLast().groups());
        }
    }

    @Test
    void aCancelledJobWritesItsLineAndLeavesTheLedgerUsable() {
        try (var ledger = PrivacyLedger.open(folder)) {
            Thread.currentThread().interrupt();
            ledger.append(spend("a", 1));
            assertTrue(Thread.interrupted());
            ledger.append(spend("a", 2));
            assertThrows(Problem.class, () -> PrivacyLedger.open(folder));
        }
        try (var ledger = PrivacyLedger.open(folder)) {
            assertEquals(Rational.of(3, 8), ledger.spentBy("a"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWriteTornAtAnyByteLosesNothingThatWasFinished(long seed) throws IOException {
        spendTwice();
        var file = folder.resolve("privacy-ledger.log");
        var whole = Files.readAllBytes(file);
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var torn = Arrays.copyOf(whole, whole.length + 40);
            for (int at = whole.length; at < torn.length; at++) {
                torn[at] = (byte) (32 + random.nextInt(90));
            }
            Files.write(file, Arrays.copyOf(torn, whole.length + random.nextInt(41)));
            try (var ledger = PrivacyLedger.open(folder)) {
                assertEquals(Rational.of(3, 8), ledger.spent(), "seed " + seed);
            }
        }
    }

    @Test
    void noticesAShortenedLedger() throws IOException {
        spendTwice();
        var file = folder.resolve("privacy-ledger.log");
        var lines = Files.readAllLines(file);
        Files.writeString(file, lines.getFirst() + "\n");
        assertEquals("ledger-damaged", code());
        Files.writeString(file, "");
        assertEquals("ledger-damaged", code());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noticesAnyChangedByte(long seed) throws IOException {
        spendTwice();
        var file = folder.resolve("privacy-ledger.log");
        var whole = Files.readAllBytes(file);
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var changed = whole.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(file, changed);
            assertEquals("ledger-damaged", code(), "seed " + seed + " byte " + at);
        }
    }

    @Test
    void aCrashBetweenTheLineAndItsEndMarkKeepsTheSpend() throws IOException {
        try (var ledger = PrivacyLedger.open(folder)) {
            ledger.append(spend("a", 1));
        }
        var end = folder.resolve("privacy-ledger.log.end");
        var before = Files.readString(end);
        try (var ledger = PrivacyLedger.open(folder)) {
            ledger.append(spend("a", 2));
        }
        Files.writeString(end, before);
        try (var ledger = PrivacyLedger.open(folder)) {
            assertEquals(Rational.of(3, 8), ledger.spentBy("a"));
        }
    }

    @Test
    void oneHolderAtATime() {
        try (var ledger = PrivacyLedger.open(folder)) {
            assertTrue(ledger.entries().isEmpty());
            assertEquals("ledger-in-use", code());
        }
    }

    @Test
    void noOtherProcessOpensItAlsoAfterItWasLookedAt() {
        try (var ledger = PrivacyLedger.open(folder)) {
            assertEquals("ledger-in-use", codeOfAnotherProcess());
            ledger.append(spend("a", 1));
            assertEquals(1, LedgerReading.look(folder).entries().size());
            assertEquals("ledger-in-use", codeOfAnotherProcess());
            assertEquals("ledger-in-use", code());
            assertEquals("ledger-in-use", codeOfAnotherProcess());
        }
        assertEquals("opened", codeOfAnotherProcess());
    }

    @Test
    void aWriteThatFailedHalfwayDoesNotSpoilTheNext() throws IOException {
        try (var ledger = PrivacyLedger.open(folder)) {
            ledger.append(spend("a", 1));
            Files.writeString(folder.resolve("privacy-ledger.log"), "half a li", StandardOpenOption.APPEND);
            ledger.append(spend("a", 2));
        }
        try (var ledger = PrivacyLedger.open(folder)) {
            assertEquals(Rational.of(3, 8), ledger.spentBy("a"));
        }
    }

    private String codeOfAnotherProcess() {
        return AnotherProcess.says(Opening.class, folder.toString());
    }

    /// Opens the ledger in the folder named, and says how that went.
    static final class Opening {
        public static void main(String[] arguments) {
            try {
                PrivacyLedger.open(Path.of(arguments[0])).close();
                System.out.println("opened");
            } catch (Problem problem) {
                System.out.println(problem.code());
            }
        }
    }

    private String code() {
        return assertThrows(Problem.class, () -> PrivacyLedger.open(folder).close())
                .code();
    }
}
