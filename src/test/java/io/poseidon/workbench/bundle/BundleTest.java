package io.poseidon.workbench.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BundleTest {

    private final Sealed sealed = new Sealed();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    void opensWhatWasSealed() {
        var file = sealed.writeTo(folder);
        try (var bundle = sealed.open(file, sealed.buyer).orThrow()) {
            assertEquals(Manifests.cardSpend(), bundle.manifest().description());
            var table = bundle.table("spend").orElseThrow();
            assertEquals(3, table.count());
            assertEquals("Busan", table.text(0, 2));
            assertEquals(-4_567, table.integer(3, 2));
            assertEquals("card-spend-2026q3", table.metadata().get("poseidon.dataset_id"));
            assertEquals(Sealed.UNTIL, bundle.licence().until());
            assertEquals("Hangang Data Market", bundle.signer().name());
        }
    }

    @Test
    void takesEveryStepInItsOrderAndTellsOfEachChange() {
        var file = sealed.writeTo(folder);
        var seen = new ArrayList<List<Step>>();
        var verdict = sealed.verifier().verify(file, List.of(sealed.buyer), Progress.NONE, seen::add);
        assertEquals("good", verdict.code());
        assertEquals(
                List.of(Check.values()),
                verdict.steps().stream().map(Step::check).toList());
        assertTrue(verdict.steps().stream().allMatch(step -> step.state() == Step.State.PASSED));
        assertEquals(2 * Check.values().length, seen.size());
        for (var steps : seen) {
            assertTrue(steps.stream()
                            .filter(step -> step.state() == Step.State.RUNNING)
                            .count()
                    <= 1);
        }
    }

    @Test
    void skipsWhatNeedsAnIdentityAndSaysSo() {
        var verdict = sealed.verify(sealed.writeTo(folder));
        assertEquals("good", verdict.code());
        assertEquals(
                List.of(Check.LICENCE, Check.UNLOCK, Check.DECRYPT),
                verdict.steps().stream()
                        .filter(step -> step.state() == Step.State.SKIPPED)
                        .map(Step::check)
                        .toList());
    }

    @Test
    void givesEachOfSeveralBuyersTheirOwnLicence() {
        try (var second = Identity.generate();
                var third = Identity.generate()) {
            var file = sealed.writeTo(folder.resolve("b.poseidon"), Manifests.cardSpend(), sealed.buyer, second);
            for (var buyer : List.of(sealed.buyer, second)) {
                var good = assertInstanceOf(Verdict.Good.class, sealed.verify(file, buyer));
                assertEquals(2, good.contents().licences().size());
                assertEquals(
                        buyer.recipient().orElseThrow().toString(),
                        good.contents().yours().orElseThrow().buyer());
            }
            assertEquals("not-your-licence", sealed.verify(file, third).code());
            assertEquals("good", sealed.verify(file, third, second).code());
        }
    }

    @Test
    void opensForPostQuantumIdentities() {
        try (var buyer = Identity.generatePostQuantum()) {
            var file = sealed.writeTo(folder.resolve("pq.poseidon"), Manifests.cardSpend(), buyer);
            sealed.open(file, buyer).orThrow().close();
            assertEquals("not-your-licence", sealed.verify(file, sealed.buyer).code());
        }
    }

    @Test
    void refusesASignerNobodyTrusts() {
        var file = sealed.writeTo(folder);
        try (var other = SigningKey.generate()) {
            var verdict =
                    new Verifier(Sealed.trust(other), Sealed.DURING).verify(file, List.of(sealed.buyer), Progress.NONE);
            var bad = assertInstanceOf(Verdict.Bad.class, verdict);
            assertEquals("unknown-signer", bad.code());
            assertEquals(
                    sealed.signer.verifyingKey().keyId().hex(), bad.signer().orElseThrow());
            assertTrue(bad.contents().isEmpty(), "nothing an unknown signer says may be shown");
            assertEquals(4, bad.problem().kind().exitCode());
        }
        assertEquals(
                "unknown-signer",
                new Verifier(new Trust(List.of()), Sealed.DURING)
                        .verify(file, List.of(), Progress.NONE)
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T23:59:59Z, not-yet-valid",
        "2026-10-01T00:00:00Z, good",
        "2027-09-30T23:59:59Z, good",
        "2027-10-01T00:00:00Z, expired"
    })
    void holdsToTheDaysOfTheLicence(Instant at, String code) {
        var file = sealed.writeTo(folder);
        var verdict = new Verifier(sealed.trust(), at).verify(file, List.of(sealed.buyer), Progress.NONE);
        assertEquals(code, verdict.code());
        if (verdict instanceof Verdict.Bad bad) {
            assertTrue(bad.contents().isPresent(), "the licence is authentic and may be shown");
            assertEquals(Step.State.WAITING, bad.steps().getLast().state());
        }
    }

    @Test
    void askedTwoQuestionsAnswersTheFirstInTheOrder() {
        var file = sealed.writeTo(folder);
        try (var stranger = Identity.generate()) {
            var late = new Verifier(sealed.trust(), Instant.parse("2030-01-01T00:00:00Z"));
            assertEquals(
                    "not-your-licence",
                    late.verify(file, List.of(stranger), Progress.NONE).code());
            assertEquals("expired", late.verify(file, List.of(), Progress.NONE).code());
            var distrusting = new Verifier(new Trust(List.of()), Instant.parse("2030-01-01T00:00:00Z"));
            assertEquals(
                    "unknown-signer",
                    distrusting.verify(file, List.of(stranger), Progress.NONE).code());
        }
    }

    @Test
    void neverOpensWithoutAnIdentity() {
        var file = sealed.writeTo(folder);
        var problem = assertThrows(Problem.class, () -> sealed.open(file));
        assertEquals("no-identity", problem.code());
        assertEquals(5, problem.kind().exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "not a purchase at all, only a text that is longer than an end record", "{}"})
    void callsForeignAndEmptyFilesDamaged(String content) throws IOException {
        var file = Files.writeString(folder.resolve("f.poseidon"), content, StandardCharsets.UTF_8);
        var bad = assertInstanceOf(Verdict.Bad.class, sealed.verify(file));
        assertEquals("damaged", bad.code());
        assertEquals(Step.State.FAILED, bad.steps().getFirst().state());
    }

    @Test
    void leavesNothingBesideWhatItSealed() throws IOException {
        var file = sealed.writeTo(folder);
        assertEquals(List.of(file), files());
        assertThrows(
                Problem.class,
                () -> sealed.writeTo(folder.resolve("no/such/folder.poseidon"), Manifests.cardSpend(), sealed.buyer));
        assertEquals(List.of(file), files());
    }

    @Test
    void refusesToSealWhatDoesNotDescribeItself() throws IOException {
        var good = Manifests.cardSpend();
        var bad = new Description(
                good.edition(),
                new Description.Version("gold", Rational.of(7)),
                good.tables(),
                good.privacy(),
                good.policy(),
                good.quality(),
                new PriceMenu(List.of()),
                good.ledger(),
                good.created());
        var target = folder.resolve("bad.poseidon");
        var problem = assertThrows(Problem.class, () -> sealed.writeTo(target, bad, sealed.buyer));
        assertEquals("description-unsound", problem.code());
        assertEquals(List.of(), files());
    }

    @Test
    void keepsAnOldFileWhenSealingFails() throws IOException {
        var target = Files.writeString(folder.resolve("kept.poseidon"), "old");
        var other = Manifests.random(5);
        assertThrows(Problem.class, () -> sealed.writeTo(target, other, sealed.buyer));
        assertEquals("old", Files.readString(target));
    }

    @Test
    void neverWritesPlaintext() throws IOException {
        var file = sealed.writeTo(folder);
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("ARROW1"));
        assertFalse(
                bytes.contains(new String(
                        new byte[] {(byte) 0x87, (byte) 0xd6, 0x12, 0, 0, 0, 0, 0}, StandardCharsets.ISO_8859_1)),
                "1,234,567 as an Arrow integer");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
