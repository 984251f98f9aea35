package io.poseidon.workbench.sealing.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.AnotherProcess;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseLedgerTest {

    private static final byte[] RELEASE = "gold.contributors\n3\n".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void init() {
        file = folder.resolve("ledger.log");
        ReleaseLedger.init(file, "opted-in users", Rational.ONE);
    }

    @Test
    void aNewLedgerHasItsWholeBudget() {
        var state = ReleaseLedger.show(file);
        assertEquals("opted-in users", state.population());
        assertEquals(Rational.ONE, state.left());
        assertEquals(0, state.sequence());
    }

    @Test
    void whoBeginsALedgerAtTheSameMomentTakesNoChargeAway() {
        for (int round = 0; round < 5; round++) {
            var common = folder.resolve("common-" + round + ".log");
            var cost = terms("q3", "0.5");
            IntStream.range(0, 6).parallel().forEach(one -> {
                ReleaseLedger.ensure(common, "opted-in users", Rational.ONE);
                try (var ledger = ReleaseLedger.open(common)) {
                    ledger.reserve(cost);
                }
            });
            assertEquals(Rational.parse("1/2"), ReleaseLedger.show(common).spent());
            assertEquals(1, ReleaseLedger.show(common).sequence());
            var again = assertThrows(Problem.class, () -> ReleaseLedger.init(common, "others", Rational.ONE));
            assertEquals("ledger-exists", again.code());
        }
    }

    @Test
    void aBeginningThatACrashCutShortIsNoLedgerAndAnotherFileIsLeftAlone() throws IOException {
        var whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            var torn = folder.resolve("torn.log");
            Files.write(torn, Arrays.copyOf(whole, length));
            assertFalse(ReleaseLedger.isBegun(torn), length + " bytes");
        }
        ReleaseLedger.init(folder.resolve("torn.log"), "opted-in users", Rational.ONE);
        assertTrue(ReleaseLedger.isBegun(folder.resolve("torn.log")));
        var notes = Files.writeString(folder.resolve("notes.txt"), "not a ledger");
        assertThrows(Problem.class, () -> ReleaseLedger.init(notes, "opted-in users", Rational.ONE));
        assertEquals("not a ledger", Files.readString(notes));
    }

    @Test
    void anEditionIsChargedOnceAndKeepsItsRelease() {
        var terms = terms("q3", "0.5");
        LedgerState.Edition first;
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms);
            first = ledger.keep(terms.edition(), RELEASE);
        }
        try (var ledger = ReleaseLedger.open(file)) {
            assertEquals(Rational.ZERO, ledger.cost(terms));
            var again = ledger.reserve(terms);
            assertEquals(first, again);
            assertArrayEquals(RELEASE, ledger.release(again));
            assertEquals(Rational.parse("1/2"), ledger.state().left());
        }
    }

    @Test
    void anInterruptedFirstSealIsTakenUpAgainWithoutASecondCharge() {
        var terms = terms("q3", "0.5");
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms);
        }
        try (var ledger = ReleaseLedger.open(file)) {
            assertTrue(ledger.reserve(terms).release().isEmpty());
            assertEquals(Rational.parse("1/2"), ledger.state().left());
            ledger.keep(terms.edition(), RELEASE);
        }
        assertEquals(2, ReleaseLedger.show(file).sequence());
    }

    @Test
    void overBudgetIsRefusedWithWhatIsLeft() {
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms("q3", "0.75"));
            var problem = assertThrows(Problem.class, () -> ledger.reserve(terms("q4", "0.5")));
            assertEquals("over-budget", problem.code());
            assertEquals(3, problem.kind().exitCode());
            assertTrue(problem.message(Locale.ENGLISH).contains("1/4"), problem.code());
            assertEquals(Rational.parse("1/4"), ledger.state().left());
            ledger.reserve(terms("q4", "0.25"));
            assertEquals(Rational.ZERO, ledger.state().left());
        }
    }

    @Test
    void theFirstSealFreezesInputVersionsAndShape() {
        var terms = terms("q3", "0.5");
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms);
            var otherInput = new Terms(terms.edition(), terms.cost(), terms.versions(), terms.shape(), digest("other"));
            var otherShape = new Terms(terms.edition(), terms.cost(), terms.versions(), digest("other"), terms.input());
            var otherVersions = new Terms(
                    terms.edition(), terms.cost(), Map.of("gold", Rational.ONE), terms.shape(), terms.input());
            assertEquals("edition-frozen-input", code(ledger, otherInput));
            assertEquals("edition-frozen-shape", code(ledger, otherShape));
            assertEquals("edition-frozen-versions", code(ledger, otherVersions));
        }
    }

    @Test
    void aMissingOrChangedReleaseStopsSealing() throws IOException {
        var terms = terms("q3", "0.5");
        LedgerState.Edition edition;
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms);
            edition = ledger.keep(terms.edition(), RELEASE);
        }
        var release = folder.resolve("ledger.log.releases/spend/q3.csv");
        Files.writeString(release, "gold.contributors\n4\n");
        try (var ledger = ReleaseLedger.open(file)) {
            assertEquals(
                    "release-damaged",
                    assertThrows(Problem.class, () -> ledger.release(edition)).code());
        }
        Files.delete(release);
        assertEquals(
                "release-missing",
                assertThrows(Problem.class, () -> ReleaseLedger.open(file)).code());
    }

    @Test
    void aLedgerThatForgotAReleaseIsFoundOut() throws IOException {
        var before = Files.readAllBytes(file);
        var terms = terms("q3", "0.5");
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms);
            ledger.keep(terms.edition(), RELEASE);
        }
        Files.write(file, before);
        assertEquals(
                "release-unaccounted",
                assertThrows(Problem.class, () -> ReleaseLedger.open(file)).code());
    }

    @Test
    void everyChangedByteOfACompleteLineIsDamage() throws IOException {
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms("q3", "0.5"));
            ledger.keep(terms("q3", "0.5").edition(), RELEASE);
        }
        var sound = Files.readAllBytes(file);
        var random = new SplittableRandom(11);
        for (int i = 0; i < sound.length - 1; i++) {
            var flipped = sound.clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThrows(Problem.class, () -> ReleaseLedger.show(file), "byte " + i);
        }
    }

    @Test
    void anAppendCutShortIsForgottenAndOverwritten() throws IOException {
        var terms = terms("q3", "0.5");
        var start = Files.size(file);
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms);
        }
        var whole = Files.readAllBytes(file);
        for (long cut = start; cut < whole.length; cut += 37) {
            Files.write(file, java.util.Arrays.copyOf(whole, (int) cut));
            assertEquals(Rational.ONE, ReleaseLedger.show(file).left());
            try (var ledger = ReleaseLedger.open(file)) {
                ledger.reserve(terms);
            }
            assertEquals(Rational.parse("1/2"), ReleaseLedger.show(file).left());
        }
    }

    @Test
    void aLineRemovedOrSwappedBreaksTheChain() throws IOException {
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms("q1", "0.1"));
            ledger.reserve(terms("q2", "0.1"));
        }
        var lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertEquals(
                "ledger-damaged",
                assertThrows(Problem.class, () -> ReleaseLedger.open(file)).code());
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(1) + "\n");
        assertEquals(
                "ledger-damaged",
                assertThrows(Problem.class, () -> ReleaseLedger.show(file)).code());
    }

    @Test
    void aLedgerIsNeverReplacedButAnUnfinishedOneIs() throws IOException {
        assertEquals(
                "ledger-exists",
                assertThrows(Problem.class, () -> ReleaseLedger.init(file, "others", Rational.ONE))
                        .code());
        Files.writeString(file, "{\"at\"", StandardOpenOption.TRUNCATE_EXISTING);
        assertEquals(
                "ledger-empty",
                assertThrows(Problem.class, () -> ReleaseLedger.open(file)).code());
        ReleaseLedger.init(file, "others", Rational.ONE);
        assertEquals("others", ReleaseLedger.show(file).population());
    }

    @Test
    void onlyTheOwnerMayReadWhatIsKept() throws IOException {
        try (var ledger = ReleaseLedger.open(file)) {
            ledger.reserve(terms("q3", "0.5"));
            ledger.keep(terms("q3", "0.5").edition(), RELEASE);
        }
        for (var kept : new Path[] {file, folder.resolve("ledger.log.releases/spend/q3.csv")}) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        }
    }

    /// To look at a ledger, to ask whether it is begun and to begin it again open and close its file, which must not
    /// let others in.
    @Test
    void noOtherProcessSealsFromItAlsoAfterItWasLookedAt() {
        try (var ledger = ReleaseLedger.open(file)) {
            ReleaseLedger.show(file);
            assertTrue(ReleaseLedger.isBegun(file));
            assertEquals("held", Holding.inAnotherProcess(file, "none"));
            ledger.reserve(terms("q3", "0.5"));
            assertEquals("held", Holding.inAnotherProcess(file, "none"));
        }
        assertEquals("free", Holding.inAnotherProcess(file, "long"));
    }

    @Test
    void whoIsInterruptedWhileAnotherSealsIsTold() {
        try (var ledger = ReleaseLedger.open(file)) {
            Thread.currentThread().interrupt();
            var problem = assertThrows(Problem.class, () -> ReleaseLedger.open(file));
            assertTrue(Thread.interrupted());
            assertEquals("ledger-busy", problem.code());
            assertEquals(Rational.ONE, ledger.state().left());
        }
    }

    /// Whether somebody has the ledger that is named.
    static final class Holding {

        /// With no patience one that is held is refused at once.
        static String inAnotherProcess(Path file, String patience) {
            return AnotherProcess.says(Holding.class, file.toString(), patience);
        }

        public static void main(String[] arguments) {
            if (arguments[1].equals("none")) {
                Thread.currentThread().interrupt();
            }
            try {
                ReleaseLedger.open(Path.of(arguments[0])).close();
                System.out.println("free");
            } catch (Problem problem) {
                System.out.println(problem.code().equals("ledger-busy") ? "held" : problem.code());
            }
        }
    }

    @Test
    void aMissingLedgerIsSaidToBeMissing() {
        var nowhere = folder.resolve("nowhere.log");
        assertEquals(
                "ledger-missing",
                assertThrows(Problem.class, () -> ReleaseLedger.open(nowhere)).code());
        assertEquals(
                "ledger-missing",
                assertThrows(Problem.class, () -> ReleaseLedger.show(nowhere)).code());
    }

    private static String code(ReleaseLedger ledger, Terms terms) {
        return assertThrows(Problem.class, () -> ledger.reserve(terms)).code();
    }

    private static Terms terms(String edition, String rho) {
        return new Terms(
                new EditionId("spend", edition),
                Rational.parse(rho),
                Map.of("gold", Rational.parse(rho), "bronze", Rational.parse("0.02")),
                digest("shape"),
                digest("input"));
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(UTF_8));
    }
}
