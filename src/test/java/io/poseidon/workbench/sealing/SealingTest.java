package io.poseidon.workbench.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.account.Zcdp;
import io.poseidon.workbench.sealing.ledger.Neighbour;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealingTest {

    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    private Engine engine;
    private SigningKey signer;
    private Identity buyer;
    private Path input;
    private Path ledger;

    @BeforeEach
    void prepare() throws IOException {
        engine = Engine.start();
        signer = SigningKey.generate();
        buyer = Identity.generate();
        var rows = new StringBuilder("user_id,region,age,month,amount\n");
        for (int i = 0; i < 400; i++) {
            rows.append("u%d,Seoul,%d,7,%d\n".formatted(i, 20 + i % 20, 10 + i));
        }
        rows.append("lonely,Busan,25,8,77\n");
        input = Files.writeString(folder.resolve("rows.csv"), rows);
        ledger = folder.resolve("release-ledger.log");
        ReleaseLedger.init(ledger, "users", Rational.ONE);
        Specs.write(folder, Specs.SMALL);
    }

    @AfterEach
    void close() {
        buyer.close();
        signer.close();
        engine.close();
    }

    @Test
    void aSealedVersionOpensWithTheWholeDomainAndNullsWhereNothingIsShown() {
        seal("gold", "gold.poseidon");
        try (var bundle = open("gold.poseidon")) {
            var table = bundle.table("spend").orElseThrow();
            assertEquals(4, table.count());
            assertEquals(Optional.of("Seoul"), table.value(0, 0));
            assertEquals(Optional.of("20-29"), table.value(1, 0));
            assertEquals(Optional.of("30+"), table.value(1, 1));
            assertEquals(200, table.integer(2, 0), 15);
            for (int row = 2; row < 4; row++) {
                for (int column = 2; column < 5; column++) {
                    assertTrue(table.isNull(column, row), "one person and nobody look the same");
                }
            }
        }
    }

    /// Whoever holds one version can read what every other would have meant for a contributor, and why buying several
    /// tells no more than the best.
    @Test
    void everyManifestStatesThePrivacyOfAllVersions() {
        for (var version : List.of("gold", "silver", "bronze")) {
            var manifest = seal(version, version + ".poseidon").manifest();
            var delta = manifest.privacy().delta();
            for (var item : manifest.description().prices().items()) {
                assertEquals(
                        Rational.of(Zcdp.epsilon(item.rho(), delta).epsilon()),
                        item.epsilon().orElseThrow());
            }
            var nesting = manifest.privacy().nesting().orElseThrow();
            assertEquals("gold", nesting.best());
            assertTrue(nesting.theorem().contains("Bun and Steinke 2016"));
            assertEquals(version.equals("gold"), nesting.slack().signum() == 0);
            manifest.tables().getFirst().measures().forEach(column -> assertTrue(column.sigma() > 0));
        }
    }

    @Test
    void theManifestStatesWhatWasDone() {
        var manifest = seal("silver", "silver.poseidon").manifest();
        assertEquals(Rational.parse("1/10"), manifest.privacy().rho());
        assertEquals(30, manifest.privacy().threshold());
        assertEquals(Rational.parse("2.7155"), manifest.privacy().epsilon());
        assertEquals("gold", manifest.privacy().nesting().orElseThrow().best());
        assertTrue(manifest.privacy().nesting().orElseThrow().slack().toDouble() < 4e-17);
        assertEquals(
                List.of("contributors", "amount_sum", "txn_count"),
                manifest.privacy().shares().stream()
                        .map(share -> share.column())
                        .toList());
        var amount = manifest.tables().getFirst().column("amount_sum").orElseThrow();
        assertEquals(Optional.of(Rational.of(30_000_000)), amount.noiseVariance());
        assertEquals(Optional.of("KRW"), amount.unit());
        assertEquals(1, manifest.description().ledger().sequence());
        var completeness = manifest.description().quality().getFirst();
        assertEquals("completeness", completeness.dimension());
        assertEquals(Rational.parse("1/2"), completeness.value());
    }

    @Test
    void everyBuyerOfAVersionGetsTheSameCellsAndNothingMoreIsSpent() {
        var first = seal("bronze", "one.poseidon");
        var second = seal("bronze", "two.poseidon");
        assertEquals(Rational.parse("1/2"), first.charged().cost());
        assertEquals(Rational.ZERO, second.charged().cost());
        assertTrue(second.report().isEmpty());
        assertEquals(Rational.parse("1/2"), ReleaseLedger.show(ledger).left());
        assertEquals(rows("one.poseidon"), rows("two.poseidon"));
        assertEquals(
                first.manifest().description().ledger(),
                second.manifest().description().ledger());
    }

    @Test
    void versionsAreNestedAndDifferent() {
        seal("gold", "gold.poseidon");
        seal("silver", "silver.poseidon");
        assertNotEquals(rows("gold.poseidon"), rows("silver.poseidon"));
    }

    @Test
    void severalBuyersGetALicenceEach() {
        try (var other = Identity.generate()) {
            var recipients =
                    List.of(buyer.recipient().orElseThrow(), other.recipient().orElseThrow());
            var request = new SealRequest(
                    folder.resolve("spec.yaml"), input, "gold", recipients, FROM, out("two.poseidon"), out("r.json"));
            new Sealing(engine, signer).seal(request, Progress.NONE);
            for (var identity : List.of(buyer, other)) {
                try (var bundle = open("two.poseidon", identity)) {
                    assertEquals(LocalDate.of(2027, 10, 1), bundle.licence().until());
                    assertEquals(
                            identity.recipient().orElseThrow().toString(),
                            bundle.licence().buyer());
                }
            }
        }
    }

    @Test
    void aFrozenEditionRefusesOtherDataAndOtherTerms() throws IOException {
        seal("gold", "gold.poseidon");
        Files.writeString(input, Files.readString(input) + "late,Seoul,25,7,1\n");
        assertEquals(
                "edition-frozen-input",
                assertThrows(Problem.class, () -> seal("gold", "x.poseidon")).code());
        prepareAgain(Specs.SMALL.replace("minimumCohort: 20", "minimumCohort: 10"));
        assertEquals(
                "edition-frozen-shape",
                assertThrows(Problem.class, () -> seal("gold", "x.poseidon")).code());
        assertFalse(Files.exists(out("x.poseidon")));
    }

    @Test
    void titlesAndPricesMayChangeBetweenTwoSales() throws IOException {
        seal("gold", "gold.poseidon");
        Specs.write(
                folder, Specs.SMALL.replace("Card spending", "Spending by card").replace("3900000", "3800000"));
        var again = seal("gold", "again.poseidon");
        assertEquals(Rational.ZERO, again.charged().cost());
        assertEquals("Spending by card", again.manifest().edition().title().english());
    }

    @Test
    void overBudgetIsRefusedAndLeavesNothing() throws IOException {
        Specs.write(folder, Specs.SMALL.replace("gold: {rho: 0.5}", "gold: {rho: 1.1}"));
        var problem = assertThrows(Problem.class, () -> seal("gold", "gold.poseidon"));
        assertEquals("over-budget", problem.code());
        assertEquals(List.of("release-ledger.log", "release-ledger.log.lock", "rows.csv", "spec.yaml"), files());
    }

    @Test
    void aBadBatchIsNeverChargedAndItsReportTellsThePublisherWhy() throws IOException {
        Files.writeString(input, "user_id,region,age,month,amount\nu1,Paris,25,7,1\nu1,Seoul,25,7,1\n");
        assertEquals(
                "rejected-too-many",
                assertThrows(Problem.class, () -> seal("gold", "gold.poseidon")).code());
        assertEquals(Rational.ONE, ReleaseLedger.show(ledger).left());
        var report = "gold.poseidon.validation.json";
        assertEquals(
                List.of(report, "release-ledger.log", "release-ledger.log.lock", "rows.csv", "spec.yaml"), files());
        assertTrue(Files.readString(out(report)).contains("\"outOfDomain\" : 1"), Files.readString(out(report)));
    }

    @Test
    void anUnknownVersionIsRefusedBeforeAnythingIsSpent() {
        assertEquals(
                "unknown-version",
                assertThrows(Problem.class, () -> seal("platinum", "p.poseidon"))
                        .code());
        assertEquals(Rational.ONE, ReleaseLedger.show(ledger).left());
    }

    @Test
    void aDryRunSaysTheCostAndWritesNothing() throws IOException {
        var before = files();
        var estimate = Sealing.estimate(request("silver", "dry.poseidon"), Progress.NONE);
        assertEquals(Rational.parse("1/2"), estimate.cost());
        assertEquals(Rational.ONE, estimate.left());
        assertEquals(
                List.of("gold", "silver", "bronze"),
                estimate.versions().stream().map(Estimate.Offer::version).toList());
        assertEquals(
                Math.sqrt(6_000_000), estimate.versions().getFirst().sigmas().get("amount_sum"), 1e-6);
        assertEquals(before, files());
        seal("silver", "silver.poseidon");
        assertEquals(
                Rational.ZERO,
                Sealing.estimate(request("gold", "dry.poseidon"), Progress.NONE).cost());
    }

    @Test
    void aSpecificationWithoutALedgerKeepsItsReleaseBesideIt() throws IOException {
        Specs.write(folder, Specs.SMALL.replace("ledger: release-ledger.log\n", ""));
        var first = seal("gold", "one.poseidon");
        assertTrue(first.charged().ownLedger());
        seal("gold", "two.poseidon");
        assertEquals(rows("one.poseidon"), rows("two.poseidon"));
        assertTrue(Files.exists(folder.resolve("card-spend-2026q3.ledger.releases/card-spend/2026q3.csv")));
        assertEquals(
                Rational.ZERO,
                ReleaseLedger.show(folder.resolve("card-spend-2026q3.ledger")).left());
    }

    @Test
    void aNamedLedgerHasToBeThere() throws IOException {
        Files.delete(ledger);
        assertEquals(
                "ledger-missing",
                assertThrows(Problem.class, () -> seal("gold", "x.poseidon")).code());
    }

    @Test
    void measuresWithSmallStepsAreSealedAsExactDecimals() throws IOException {
        Specs.write(folder, Specs.SMALL.replace("unit: KRW, step: 1", "unit: KRW, step: 0.25"));
        seal("gold", "decimal.poseidon");
        try (var bundle = open("decimal.poseidon")) {
            var value = (java.math.BigDecimal)
                    bundle.table("spend").orElseThrow().value(3, 0).orElseThrow();
            assertEquals(2, value.scale());
            assertEquals(0, value.remainder(new java.math.BigDecimal("0.25")).signum());
            assertEquals(42_000, value.doubleValue(), 20_000);
        }
    }

    @Test
    void theReportIsExactAndForTheOwnerOnly() throws IOException {
        seal("gold", "gold.poseidon");
        var report = out("gold.poseidon.validation.json");
        assertTrue(Files.readString(report).contains("\"accepted\" : 401"), Files.readString(report));
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));
    }

    @Test
    void cancelledAtAnyStepItLeavesNothingButWhatIsCharged() throws IOException {
        Specs.write(folder, Specs.SMALL.replace("ledger: release-ledger.log\n", ""));
        var before = files();
        var own = folder.resolve("card-spend-2026q3.ledger");
        int cancelled = 0;
        while (cancelledAfter(cancelled)) {
            cancelled++;
            assertFalse(Files.exists(out("c.poseidon")));
            assertTrue(files().stream().noneMatch(name -> name.startsWith(".sealing")), files().toString());
            if (!Files.exists(own)) {
                assertEquals(before, files());
            }
        }
        assertTrue(cancelled > 5, "cancelled at " + cancelled + " steps");
        assertEquals(Rational.ZERO, ReleaseLedger.show(own).left());
    }

    private boolean cancelledAfter(int questions) {
        try {
            new Sealing(engine, signer).seal(request("gold", "c.poseidon"), new CancelAfter(questions));
            return false;
        } catch (CancelledException e) {
            return true;
        }
    }

    @Test
    void anInputThatChangesWhileItIsReadIsNotSealed() throws IOException {
        var progress = new CancelAfter(Integer.MAX_VALUE) {
            @Override
            public void report(double fraction, String detail) {
                if (detail.startsWith("intake")) {
                    append("late,Seoul,25,7,1\n");
                }
            }
        };
        Files.writeString(input, Files.readString(input) + "u7,Seoul,25,7,1\n".repeat(200_000));
        var problem = assertThrows(
                Problem.class, () -> new Sealing(engine, signer).seal(request("gold", "x.poseidon"), progress));
        assertEquals("input-changed", problem.code());
        assertEquals(Rational.ONE, ReleaseLedger.show(ledger).left());
        assertEquals(List.of("release-ledger.log", "release-ledger.log.lock", "rows.csv", "spec.yaml"), files());
    }

    private void append(String row) {
        try {
            Files.writeString(input, row, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Cancelled at the n-th question whether it is.
    private static class CancelAfter implements Progress {
        private int left;

        CancelAfter(int left) {
            this.left = left;
        }

        @Override
        public void report(double fraction, String detail) {}

        @Override
        public boolean isCancelled() {
            return left-- <= 0;
        }

        @Override
        public void onCancel(Runnable action) {}
    }

    private void prepareAgain(String spec) throws IOException {
        var rows = Files.readString(input);
        Files.writeString(input, rows.substring(0, rows.indexOf("late")));
        Specs.write(folder, spec);
    }

    private List<List<Optional<Object>>> rows(String file) {
        try (var bundle = open(file)) {
            var table = bundle.table("spend").orElseThrow();
            var rows = new ArrayList<List<Optional<Object>>>();
            for (long row = 0; row < table.count(); row++) {
                var values = new ArrayList<Optional<Object>>();
                for (int column = 0; column < table.columns().size(); column++) {
                    values.add(table.value(column, row));
                }
                rows.add(values);
            }
            return rows;
        }
    }

    private Sealing.Sealed seal(String version, String name) {
        return new Sealing(engine, signer).seal(request(version, name), Progress.NONE);
    }

    private SealRequest request(String version, String name) {
        return new SealRequest(
                folder.resolve("spec.yaml"),
                input,
                version,
                List.of(buyer.recipient().orElseThrow()),
                FROM,
                out(name),
                out(name + ".validation.json"));
    }

    private OpenedBundle open(String name) {
        return open(name, buyer);
    }

    private OpenedBundle open(String name, Identity identity) {
        var trust = new Trust(List.of(new Trust.Signer("publisher", signer.verifyingKey(), Instant.EPOCH)));
        return new Verifier(trust, NOW)
                .open(engine, out(name), List.of(identity), Opening.Watch.of(Progress.NONE))
                .orThrow();
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private List<String> files() throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void edgesThatLeaveASliverAreRefusedBeforeAnythingIsSpent() throws IOException {
        seal("bronze", "first.poseidon");
        Specs.write(folder, cheaper("other-cards").replace("bins: [20, 30]", "bins: [20, 30, 40]"));
        assertEquals(List.of(), seal("bronze", "finer.poseidon").charged().neighbours());
        Specs.write(folder, cheaper("third").replace("bins: [20, 30]", "bins: [20, 31]"));
        var refused = assertThrows(Problem.class, () -> seal("bronze", "sliver.poseidon"));
        assertEquals("bins-shifted", refused.code());
        assertFalse(Files.exists(folder.resolve("sliver.poseidon")));
        assertEquals(2, ReleaseLedger.show(ledger).editions().size());
    }

    @Test
    void anotherEditionOfTheSameTimeIsChargedAndTold() throws IOException {
        seal("bronze", "first.poseidon");
        Specs.write(folder, cheaper("card-spend").replace("edition: 2026q3", "edition: 2026q3b"));
        var second = seal("bronze", "second.poseidon").charged();
        assertEquals(
                List.of(Neighbour.Kind.SAME_TIME),
                second.neighbours().stream().map(Neighbour::kind).toList());
        assertTrue(second.neighbours().getFirst().counted());
        assertEquals(Rational.parse("9/10"), second.ledger().spent());
        Specs.write(
                folder,
                cheaper("card-spend")
                        .replace("edition: 2026q3", "edition: 2026q4")
                        .replace("from: 7, to: 9", "from: 10, to: 12")
                        .replace("rho: 0.4", "rho: 0.09"));
        assertTrue(Sealing.estimate(request("bronze", "third.poseidon"), Progress.NONE)
                .neighbours()
                .isEmpty());
    }

    /// Another product of which the best version costs 0.4.
    private static String cheaper(String product) {
        return Specs.SMALL.replace("product: card-spend", "product: " + product).replace("rho: 0.5", "rho: 0.4");
    }
}
