package io.poseidon.workbench.sealing.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.sealing.Specs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SealSpecTest {

    @TempDir
    Path folder;

    @Test
    void readsEverythingThatIsWritten() throws IOException {
        var spec = Specs.small(folder);
        assertEquals("Hangang Data Market", spec.naming().publisher());
        assertEquals("카드 소비", spec.naming().title().korean());
        assertEquals(
                List.of("gold", "silver", "bronze"),
                spec.versions().stream().map(SealSpec.Version::name).toList());
        assertEquals(Rational.parse("1/2"), spec.best().rho());
        assertEquals(folder.resolve("release-ledger.log"), spec.ledger().orElseThrow());
        assertEquals(Money.of(300_000, "KRW"), spec.offer().prices().get("bronze"));
        assertEquals(Rational.parse("1e-9"), spec.protection().delta());
        assertEquals(4, spec.cells());
        assertEquals(2, spec.cellsPerContributor());
    }

    @Test
    void dimensionsHaveTheirDeclaredDomains() throws IOException {
        var spec = read(Specs.SMALL.replace("region: [Seoul, Busan]", "month: [7, 8, 9]"));
        assertEquals(
                new Domain.Integers(List.of(7L, 8L, 9L)),
                spec.dimensions().getFirst().domain());
        assertEquals(ColumnType.INTEGER, spec.dimensions().getFirst().domain().type());
        var age = spec.dimensions().getLast();
        assertEquals("age", age.column());
        assertEquals(List.of("20-29", "30+"), age.domain().labels());
        assertEquals(ColumnType.TEXT, age.domain().type());
    }

    @Test
    void binsTakeLabelsOfTheirOwn() throws IOException {
        var spec = read(Specs.SMALL.replace("bins: [20, 30]", "bins: [20, 30], labels: [20s, 30 or more]"));
        assertEquals(
                List.of("20s", "30 or more"),
                spec.dimensions().getLast().domain().labels());
    }

    @Test
    void binsOfOneNumberPrintThatNumber() {
        assertEquals(
                List.of("1", "2-4", "5+"), Domain.Bins.of(List.of(1L, 2L, 5L)).labels());
    }

    @Test
    void sumsAndCountsGetTheirNamesAndBounds() throws IOException {
        var spec = Specs.small(folder);
        var amount = spec.measures().getFirst();
        assertEquals("amount_sum", amount.name());
        assertEquals(Role.MEASURE, amount.role());
        assertEquals(new Bounds(Rational.of(-100), Rational.of(1000)), amount.boundsInSteps());
        var txn = spec.measures().getLast();
        assertEquals("txn_count", txn.name());
        assertEquals(Role.COUNT, txn.role());
        assertTrue(txn.column().isEmpty());
        assertEquals(5, txn.most());
    }

    @Test
    void aColumnOfCountsIsACount() throws IOException {
        var spec = read(Specs.SMALL.replace("{count: rows, max: 5}", "{column: n, max: 200}"));
        assertEquals("n", spec.measures().getLast().column().orElseThrow());
        assertEquals(Role.COUNT, spec.measures().getLast().role());
    }

    @Test
    void boundsAreCountedInSteps() throws IOException {
        var spec = read(
                Specs.SMALL.replace("min: -100, max: 1000, unit: KRW, step: 1", "min: -0.5, max: 10.25, step: 0.25"));
        assertEquals(-2, spec.measures().getFirst().least());
        assertEquals(41, spec.measures().getFirst().most());
        assertEquals(2, spec.measures().getFirst().decimals());
    }

    @Test
    void sharesDivideRhoByWeight() throws IOException {
        var shares = read(Specs.SMALL + "shares: {contributors: 2, txn: 3}\n")
                .protection()
                .shares();
        assertEquals(Rational.parse("1/3"), shares.ofContributors(Rational.ONE));
        assertEquals(Rational.parse("1/6"), shares.ofMeasure(0, Rational.ONE));
        assertEquals(Rational.parse("1/2"), shares.ofMeasure(1, Rational.ONE));
    }

    @Test
    void nobodyCanStandInMoreCellsThanThereAre() throws IOException {
        var spec = read(Specs.SMALL.replace("maximumCellsPerContributor: 2", "maximumCellsPerContributor: 99"));
        assertEquals(4, spec.cellsPerContributor());
    }

    @Test
    void overlapIsEverythingUnlessOneCellOrAListSaysLess() throws IOException {
        assertEquals(
                List.of("region", "age_band"), Specs.small(folder).protection().overlap());
        assertEquals(
                List.of(),
                read(Specs.SMALL.replace("PerContributor: 2", "PerContributor: 1"))
                        .protection()
                        .overlap());
        assertEquals(
                List.of("region"),
                read(Specs.SMALL + "overlap: [region]\n").protection().overlap());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seal: 1 | seal: 2 | unexpected-value",
                "seal: 1 | seel: 1 | unknown-key",
                "product: card-spend | product: ../etc | unexpected-value",
                "table: spend | table: a/b | unexpected-value",
                "rho: 0.02 | rho: 0 | unexpected-value",
                "rho: 0.02 | rho: 0.1 | unexpected-value",
                "rho: 0.02 | rho: 1e999999999 | unexpected-value",
                "delta: 1e-9 | delta: 0.5 | unexpected-value",
                "delta: 1e-9 | delta: 1/9 | unexpected-value",
                "minimumCohort: 20 | minimumCohort: 1 | unexpected-value",
                "minimumCohort: 20 | minimumCohort: many | unexpected-value",
                "bins: [20, 30] | bins: [30, 20] | unexpected-value",
                "bins: [20, 30] | bins: [20, 20] | unexpected-value",
                "bins: [20, 30] | 'bins: [20, 30], labels: [a]' | unexpected-value",
                "[Seoul, Busan] | [Seoul, Seoul] | unexpected-value",
                "[Seoul, Busan] | [] | unexpected-value",
                "min: -100 | min: 2000 | unexpected-value",
                "min: -100 | min: 0.5 | unexpected-value",
                "step: 1 | step: 0 | unexpected-value",
                "step: 1 | step: 0.0000001 | unexpected-value",
                "step: 1 | steps: 1 | unknown-key",
                "max: 5 | max: 0 | unexpected-value",
                "count: rows | count: people | unexpected-value",
                "region: | contributors: | unexpected-value",
                "age_band: | amount_sum: | unexpected-value",
                "days: 365 | days: 0 | unexpected-value",
                "purpose: [research] | purpose: [] | unexpected-value",
                "{KRW: 300000} | {WON: 300000} | unexpected-value",
                "{KRW: 300000} | {KRW: -1} | unexpected-value",
                "bronze: {KRW: 300000}, | '' | missing-key",
                "en: Card spending, | '' | missing-key",
            })
    void refusesWhatDoesNotFit(String from, String to, String code) {
        var text = Specs.SMALL.replace(from, to.replace("'", ""));
        assertTrue(!text.equals(Specs.SMALL), "the case changes something");
        var problem = assertThrows(Problem.class, () -> read(text));
        assertEquals(code, problem.code(), problem.message(Locale.ENGLISH));
        assertEquals(7, problem.kind().exitCode());
    }

    @Test
    void theProblemNamesLineAndColumn() {
        var problem = assertThrows(Problem.class, () -> read(Specs.SMALL + "colour: blue\n"));
        assertTrue(problem.message(Locale.ENGLISH).contains("line 22, column 1"), problem.message(Locale.ENGLISH));
    }

    @Test
    void tolerancesAreSharesOfRows() throws IOException {
        var tolerance = read(Specs.SMALL + "validation: {maximumRejected: 0.25, outOfDomain: 0.1}\n")
                .source()
                .tolerance();
        assertEquals(Rational.parse("1/4"), tolerance.inAll());
        assertEquals(Rational.parse("1/10"), tolerance.byReason().get(Rejection.OUT_OF_DOMAIN));
        assertEquals(
                Rational.parse("1/20"), Specs.small(folder).source().tolerance().inAll());
        assertThrows(Problem.class, () -> read(Specs.SMALL + "validation: {maximumRejected: 1.5}\n"));
    }

    private SealSpec read(String text) throws IOException {
        return SealSpec.read(Specs.write(folder, text));
    }
}
