package io.poseidon.workbench.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.Shared;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.privacy.account.DiscreteGaussianLaw;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thirty thousand real card holders: sealed, opened, and held against the exact bounded totals.
final class SealedCreditTest {

    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);

    @TempDir
    Path folder;

    @Test
    void noisyCellsAreWithinTheStatedNoiseOfTheExactBoundedTotals() throws IOException {
        var input = Shared.path("data/credit-default.csv");
        var exact = exact(input);
        ReleaseLedger.init(folder.resolve("release-ledger.log"), "card holders", Rational.ONE);
        try (var spec = Objects.requireNonNull(SealedCreditTest.class.getResourceAsStream("credit.yaml"))) {
            Files.copy(spec, folder.resolve("credit.yaml"));
        }
        try (var engine = Engine.start();
                var signer = SigningKey.generate();
                var buyer = Identity.generate()) {
            for (var version : List.of("gold", "silver", "bronze")) {
                var request = new SealRequest(
                        folder.resolve("credit.yaml"),
                        input,
                        version,
                        List.of(buyer.recipient().orElseThrow()),
                        FROM,
                        folder.resolve(version + ".poseidon"),
                        folder.resolve("report.json"));
                new Sealing(engine, signer).seal(request, Progress.NONE);
                var trust = new Trust(List.of(new Trust.Signer("publisher", signer.verifyingKey(), Instant.EPOCH)));
                try (var bundle = new Verifier(trust, Instant.parse("2026-11-01T00:00:00Z"))
                        .open(engine, request.out(), List.of(buyer), Opening.Watch.of(Progress.NONE))
                        .orThrow()) {
                    compare(
                            bundle.tables().getFirst(),
                            bundle.manifest().tables().getFirst(),
                            exact);
                }
            }
        }
        assertEquals(
                Rational.parse("1/2"),
                ReleaseLedger.show(folder.resolve("release-ledger.log")).left());
    }

    private static void compare(ArrowTable table, Schema schema, Map<String, long[]> exact) {
        int shown = 0;
        int inside = 0;
        int numbers = 0;
        for (long row = 0; row < table.count(); row++) {
            var cell =
                    table.text(0, row) + "/" + table.text(1, row) + "/" + table.text(2, row) + "/" + table.text(3, row);
            var truth = exact.getOrDefault(cell, new long[5]);
            assertEquals(table.isNull(4, row), table.isNull(5, row));
            shown += table.isNull(4, row) ? 0 : 1;
            for (int column = 4; column < 9 && !table.isNull(4, row); column++) {
                var noise = schema.columns().get(column).noiseVariance().orElseThrow();
                long error = Math.abs(table.integer(column, row) - truth[column - 4]);
                assertTrue(error < 6.5 * Math.sqrt(noise.toDouble()), cell + " column " + column + " off by " + error);
                inside += error <= DiscreteGaussianLaw.of(noise).halfWidth(0.95) ? 1 : 0;
                numbers++;
            }
        }
        assertTrue(shown >= 40 && shown < table.count(), shown + " cells shown");
        double sigma = Math.sqrt(0.95 * 0.05 / numbers);
        assertEquals(0.96, (double) inside / numbers, 0.015 + 4 * sigma, inside + " of " + numbers);
    }

    /// Some amounts stand as 5.00E+05.
    private static long number(String text) {
        return new BigDecimal(text).longValueExact();
    }

    private static Map<String, long[]> exact(Path input) throws IOException {
        var totals = new HashMap<String, long[]>();
        var lines = Files.readAllLines(input);
        var names = List.of(lines.getFirst().split(","));
        for (var line : lines.subList(1, lines.size())) {
            var fields = line.split(",");
            int age = Math.min(7, Integer.parseInt(fields[names.indexOf("AGE")]) / 10);
            var band = age == 7 ? "70+" : age + "0-" + age + "9";
            var cell = fields[names.indexOf("SEX")] + "/" + fields[names.indexOf("EDUCATION")] + "/"
                    + fields[names.indexOf("MARRIAGE")] + "/" + band;
            var total = totals.computeIfAbsent(cell, key -> new long[5]);
            total[0]++;
            total[1] += Math.clamp(number(fields[names.indexOf("LIMIT_BAL")]), 0, 500_000);
            total[2] += Math.clamp(number(fields[names.indexOf("BILL_AMT1")]), -50_000, 200_000);
            total[3] += Math.clamp(number(fields[names.indexOf("PAY_AMT1")]), 0, 50_000);
            total[4] += number(fields[names.indexOf("Default")]);
        }
        return totals;
    }
}
