package io.poseidon.workbench.sealing.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.privacy.SeededBits;
import io.poseidon.workbench.sealing.Specs;
import io.poseidon.workbench.sealing.spec.Rejection;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {

    private static final String LENIENT = Specs.SMALL + "validation: {maximumRejected: 1}\n";
    private static final String HEADER = "user_id,region,age,month,amount\n";

    private static Engine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void rowsBecomeTotalsOfTheWholeDomain() throws IOException {
        var taken = take(Specs.SMALL, "a,Seoul,25,7,100\na,Seoul,29,8,50\nb,Seoul,30,9,10\nb,Busan,31,9,-20\n");
        assertArrayEquals(new long[] {1, 1, 0, 1}, taken.totals().column(0));
        assertArrayEquals(new long[] {150, 10, 0, -20}, taken.totals().column(1));
        assertArrayEquals(new long[] {2, 1, 0, 1}, taken.totals().column(2));
        assertEquals(4, taken.report().accepted());
        assertEquals(2, taken.report().bounding().contributors());
    }

    @Test
    void aContributorsTotalIsClampedNotTheRows() throws IOException {
        var taken = take(
                Specs.SMALL,
                "a,Seoul,25,7,900\na,Seoul,25,7,900\na,Seoul,25,7,-850\nb,Seoul,25,7,-500\nc,Seoul,25,7,5000\n");
        assertEquals(950 - 100 + 1000, taken.totals().column(1)[0]);
        assertEquals(List.of(2L, 0L), taken.report().bounding().clamped());
    }

    @Test
    void rowsCountedAreClampedToo() throws IOException {
        var taken = take(Specs.SMALL, "a,Seoul,25,7,1\n".repeat(9));
        assertEquals(5, taken.totals().column(2)[0]);
    }

    @Test
    void everyRejectedRowIsCountedUnderItsFirstReason() throws IOException {
        var taken = take(
                LENIENT,
                "a,Seoul,25,7,1\n"
                        + ",Seoul,25,7,1\n"
                        + "b,,25,7,1\n"
                        + "b,Seoul,25,7,\n"
                        + "b, ,25,7,1\n"
                        + "b,Seoul,old,7,1\n"
                        + "b,Seoul,25,7,1x\n"
                        + "b,Seoul,25,7,NaN\n"
                        + "b,Seoul,25,6,1\n"
                        + "b,Seoul,25,x,1\n"
                        + "b,Paris,25,7,1\n"
                        + "b,Seoul,19,7,1\n"
                        + "b,Paris,25,6,zz\n");
        var rejected = taken.report().rejected();
        assertEquals(4, rejected.get(Rejection.MISSING));
        assertEquals(5, rejected.get(Rejection.UNPARSABLE));
        assertEquals(1, rejected.get(Rejection.OUT_OF_PERIOD));
        assertEquals(2, rejected.get(Rejection.OUT_OF_DOMAIN));
        assertEquals(0, rejected.get(Rejection.DUPLICATE));
        assertEquals(13, taken.report().rows());
        assertEquals(1, taken.report().accepted());
        var places = taken.report().places();
        assertEquals(Map.of("user_id", 1L, "region", 2L, "amount", 1L), places.get(Rejection.MISSING));
        assertEquals(Map.of("age", 1L, "amount", 3L, "month", 1L), places.get(Rejection.UNPARSABLE));
        assertEquals(Map.of("month", 1L), places.get(Rejection.OUT_OF_PERIOD));
        assertEquals(Map.of("region", 1L, "age", 1L), places.get(Rejection.OUT_OF_DOMAIN));
    }

    /// A column a dimension and the period share is one column.
    @Test
    void theStopOfABadBatchNamesTheColumns() {
        var rows = "a,Seoul,25,7,1\n".repeat(3) + "b,Seoul,25,7,1.234,5\nb,Seoul,25,x,1\nb,Seoul,25,7,one\n";
        var problem = assertThrows(Problem.class, () -> take(Specs.SMALL, rows.replace("1.234,5", "\"1.234,5\"")));
        assertEquals("rejected-too-many", problem.code());
        var message = problem.message(Locale.ENGLISH);
        assertTrue(message.contains("unparsable 3 (amount: 2, month: 1)"), message);
    }

    @Test
    void aRowSentTwiceCountsOnceButOnlyForItsOwnContributor() throws IOException {
        var spec = LENIENT.replace("contributor: user_id", "contributor: user_id\nrow: receipt");
        var taken = takeFile(
                spec,
                write("user_id,region,age,month,amount,receipt\na,Seoul,25,7,5,1\na,Seoul,25,7,5,1\nb,Seoul,25,7,5,1\n"
                        + "a,Seoul,25,7,5,2\n"));
        assertEquals(1, taken.report().rejected().get(Rejection.DUPLICATE));
        assertEquals(15, taken.totals().column(1)[0]);
    }

    /// A provider without numbers for its rows names what tells them apart together.
    @Test
    void aRowIsToldApartBySeveralColumnsWhereTheyAreNamed() throws IOException {
        var spec = LENIENT.replace("contributor: user_id", "contributor: user_id\nrow: [month, shop]");
        var taken = takeFile(
                spec,
                write("user_id,region,age,month,amount,shop\na,Seoul,25,7,5,x\na,Seoul,25,7,5,x\na,Seoul,25,7,5,y\n"
                        + "a,Seoul,25,8,5,x\nb,Seoul,25,7,5,x\nb,Seoul,25,7,5,\n"));
        assertEquals(1, taken.report().rejected().get(Rejection.DUPLICATE));
        assertEquals(1, taken.report().rejected().get(Rejection.MISSING));
        assertEquals(20, taken.totals().column(1)[0]);
    }

    @Test
    void withoutAWordOfWhatTellsRowsApartNothingIsADuplicate() throws IOException {
        var taken = take(LENIENT, "a,Seoul,25,7,5\na,Seoul,25,7,5\n");
        assertEquals(0, taken.report().rejected().get(Rejection.DUPLICATE));
        assertEquals(10, taken.totals().column(1)[0]);
    }

    @Test
    void columnsThatTellRowsApartAreNamedOnceEach() {
        for (var row : List.of("[]", "[month, month]")) {
            var spec = LENIENT.replace("contributor: user_id", "contributor: user_id\nrow: " + row);
            assertThrows(Problem.class, () -> take(spec, "a,Seoul,25,7,1\n"), row);
        }
    }

    @Test
    void aBadBatchIsStoppedWithItsCounts() {
        var rows = "a,Seoul,25,7,1\n".repeat(9) + "b,Paris,25,7,1\n";
        var problem = assertThrows(Problem.class, () -> take(Specs.SMALL, rows));
        assertEquals("rejected-too-many", problem.code());
        assertTrue(problem.message(Locale.ENGLISH).contains("outOfDomain 1"), problem.message(Locale.ENGLISH));
        var strict = LENIENT.replace("maximumRejected: 1", "maximumRejected: 1, outOfDomain: 0.05");
        assertEquals(
                "rejected-too-many",
                assertThrows(Problem.class, () -> take(strict, rows)).code());
        var nothing = assertThrows(Problem.class, () -> take(LENIENT, "b,Paris,25,7,1\n"));
        assertEquals("no-row-accepted", nothing.code());
        assertEquals(
                "no-rows", assertThrows(Problem.class, () -> take(LENIENT, "")).code());
    }

    @Test
    void valuesInBetweenStepsGoToTheEvenOne() throws IOException {
        var spec = Specs.SMALL.replace("min: -100, max: 1000, unit: KRW, step: 1", "min: -10, max: 10, step: 0.5");
        for (var value :
                List.of("0.25", "0.75", "1.25", "-0.25", "-0.75", "0.26", "-9.9", "11", "1e30", "-1e30", "0.1")) {
            var taken = take(spec, "a,Seoul,25,7," + value + "\n");
            var clamped = new BigDecimal(value).max(BigDecimal.TEN.negate()).min(BigDecimal.TEN);
            var steps = clamped.divide(new BigDecimal("0.5"), 0, RoundingMode.HALF_EVEN);
            assertEquals(steps.longValueExact(), taken.totals().column(1)[0], value);
        }
    }

    @Test
    void nobodyStandsInMoreCellsThanAllowedAndTheChoiceIsUniform() throws IOException {
        var spec = Specs.SMALL.replace("maximumCellsPerContributor: 2", "maximumCellsPerContributor: 1");
        var rows = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            rows.append("u%1$d,Seoul,25,7,1\nu%1$d,Seoul,35,7,1\nu%1$d,Busan,25,7,1\n".formatted(i));
        }
        var taken = take(spec, rows.toString());
        assertEquals(3_000, java.util.Arrays.stream(taken.totals().column(0)).sum());
        for (int cell = 0; cell < 3; cell++) {
            assertEquals(1_000, taken.totals().column(0)[cell], 5 * Math.sqrt(3_000 * 2.0 / 9));
        }
        assertEquals(3_000, taken.report().bounding().contributorsOverLimit());
        assertEquals(6_000, taken.report().bounding().cellsLeftOut());
    }

    @Test
    void totalsEqualBruteForceAndOneContributorMovesThemWithinTheSensitivity() throws IOException {
        var random = new SplittableRandom(77);
        var rows = new java.util.ArrayList<String>();
        for (int i = 0; i < 1_500; i++) {
            rows.add("u" + random.nextInt(200) + "," + (random.nextBoolean() ? "Seoul" : "Busan") + ","
                    + random.nextInt(20, 70) + "," + random.nextInt(7, 10) + "," + random.nextInt(-300, 700));
        }
        var unlimited = Specs.SMALL.replace("PerContributor: 2", "PerContributor: 4");
        var taken = take(unlimited, String.join("\n", rows) + "\n");
        var expected = bruteForce(rows);
        for (int column = 0; column < 3; column++) {
            assertArrayEquals(expected[column], taken.totals().column(column), "column " + column);
        }
        for (var person : List.of("u0,", "u17,", "u199,")) {
            var others = rows.stream().filter(row -> !row.startsWith(person)).toList();
            var limited = take(Specs.SMALL, String.join("\n", rows) + "\n").totals();
            var without = take(Specs.SMALL, String.join("\n", others) + "\n").totals();
            assertTrue(distance(limited.column(0), without.column(0)) <= 2, "contributors");
            assertTrue(distance(limited.column(1), without.column(1)) <= 2 * 1000 * 1000, "amount");
            assertTrue(distance(limited.column(2), without.column(2)) <= 2 * 5 * 5, "txn");
        }
    }

    @Test
    void integersAndListsOfNumbersAreMatchedByValue() throws IOException {
        var spec = LENIENT.replace("region: [Seoul, Busan]", "month: [9, 7]");
        var taken = take(spec, "a,x,25,07,1\nb,x,25,9.0,1\nc,x,25,7.5,1\n");
        assertArrayEquals(new long[] {1, 0, 1, 0}, taken.totals().column(0));
        assertEquals(1, taken.report().rejected().get(Rejection.OUT_OF_DOMAIN));
    }

    @Test
    void namesAndLabelsAreNeverTakenForSql() throws IOException {
        var spec = Specs.SMALL
                .replace("contributor: user_id", "contributor: 'user\"; DROP'")
                .replace("[Seoul, Busan]", "[\"O'Hara\", \"'); --\"]");
        var taken =
                takeFile(spec, write("\"user\"\"; DROP\",region,age,month,amount\na,O'Hara,25,7,1\nb,'); --,25,7,1\n"));
        assertArrayEquals(new long[] {1, 0, 1, 0}, taken.totals().column(0));
    }

    @Test
    void aParquetFileOfTypedColumnsGivesTheSameTotals() throws IOException {
        var rows = "1,Seoul,25,7,100\n"
                + "1,Seoul,29,8,50\n"
                + "2,Seoul,30,9,10\n"
                + "2,Busan,31,9,-20\n"
                + "3,Paris,31,9,1\n"
                + "4,Seoul,25,5,1\n";
        var text = take(LENIENT, rows);
        var parquet = folder.resolve("rows.parquet");
        try (var desk = Desk.open(engine)) {
            desk.load("typed", folder.resolve("input.csv"), Progress.NONE);
            desk.run("COPY typed TO '" + parquet + "' (FORMAT parquet)");
        }
        requireSame(text, takeFile(LENIENT, parquet));
    }

    @Test
    void anArrowStreamGivesTheSameTotalsAndIsReadForEachPass() throws IOException {
        var spec = LENIENT.replace("contributor: user_id", "contributor: user_id\nrow: amount")
                .replace("PerContributor: 2", "PerContributor: 4");
        var rows = folder.resolve("input.csv");
        var arrow = folder.resolve("rows.arrows");
        try (var desk = Desk.open(engine)) {
            desk.run("CREATE TABLE typed AS SELECT 'a contributor ' || hash(i) % 30000 AS user_id,"
                    + " CASE hash(i, 1) % 3 WHEN 0 THEN 'Busan' WHEN 1 THEN 'Paris' ELSE 'Seoul' END AS region,"
                    + " CAST(15 + hash(i, 2) % 40 AS BIGINT) AS age, CAST(6 + hash(i, 3) % 4 AS BIGINT) AS month,"
                    + " CAST(hash(i, 4) % 500 AS BIGINT) AS amount FROM range(100000) t(i)");
            desk.run("COPY typed TO '" + rows + "' (HEADER)");
            try (var answer = desk.query("FROM typed", Progress.NONE);
                    var table = answer.toTable("typed", Progress.NONE);
                    var out = Files.newOutputStream(arrow)) {
                table.writeTo(out, Map.of());
            }
        }
        var text = takeFile(spec, rows);
        requireSame(text, takeFile(spec, arrow));
        var read = SealSpec.read(Specs.write(folder, spec));
        var little = Limits.trusted().withMemory(30_000_000);
        var details = new java.util.TreeSet<String>();
        requireSame(text, new Intake(engine, read, new SeededBits(3), little).read(arrow, new Telling(details)));
        assertTrue(details.stream().anyMatch(detail -> detail.matches("intake \\d+/\\d+")), details.toString());
    }

    private static void requireSame(Intake.Taken one, Intake.Taken other) {
        assertEquals(one.report(), other.report());
        for (int column = 0; column < 3; column++) {
            assertArrayEquals(one.totals().column(column), other.totals().column(column), "column " + column);
        }
    }

    /// More rows than the memory has room for at once: read in several passes, and the same comes out, also where a
    /// contributor's rows are told apart and rows without a contributor are counted.
    @Test
    void littleMemoryTakesMorePassesAndGivesTheSame() throws IOException {
        var spec = LENIENT.replace("contributor: user_id", "contributor: user_id\nrow: receipt")
                .replace("PerContributor: 2", "PerContributor: 4");
        var file = folder.resolve("many.csv");
        try (var desk = Desk.open(engine)) {
            desk.run("COPY (SELECT CASE WHEN i % 97 = 0 THEN NULL ELSE 'user ' || hash(i) % 30000 END AS user_id,"
                    + " CASE hash(i, 1) % 3 WHEN 0 THEN 'Busan' WHEN 1 THEN 'Paris' ELSE 'Seoul' END AS region,"
                    + " 15 + hash(i, 2) % 40 AS age, 6 + hash(i, 3) % 4 AS month, hash(i, 4) % 500 AS amount,"
                    + " hash(i, 5) % 7 AS receipt FROM range(200000) t(i)) TO '" + file + "' (HEADER)");
        }
        var whole = takeFile(spec, file);
        var read = SealSpec.read(Specs.write(folder, spec));
        var details = new java.util.TreeSet<String>();
        var little = new Intake(
                        engine, read, new SeededBits(3), Limits.trusted().withMemory(30_000_000))
                .read(file, new Telling(details));
        assertTrue(details.stream().anyMatch(detail -> detail.matches("intake \\d+/\\d+")), details.toString());
        assertEquals(whole.report(), little.report());
        assertTrue(whole.report().rejected().values().stream().allMatch(count -> count >= 0));
        assertTrue(whole.report().rejected().get(Rejection.MISSING) >= 200_000 / 97);
        assertTrue(whole.report().rejected().get(Rejection.DUPLICATE) > 0);
        for (int column = 0; column < 3; column++) {
            assertArrayEquals(whole.totals().column(column), little.totals().column(column), "column " + column);
        }
    }

    private record Telling(java.util.Set<String> details) implements Progress {
        @Override
        public void report(double fraction, String detail) {
            assertTrue(fraction <= 1);
            details.add(detail);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable action) {}
    }

    @Test
    void asManyPassesAsTheGroupsNeed() {
        assertEquals(1, Partition.passes(0, false, 1));
        assertEquals(1, Partition.passes(30_000_000, false, 6L << 30));
        assertEquals(4, Partition.passes(100_000_000, false, 5L << 30));
        assertEquals(Partition.MOST, Partition.passes(1L << 40, true, 1 << 20));
        assertEquals(Partition.MOST, Partition.passes(Long.MAX_VALUE, true, 5L << 30));
    }

    @Test
    void brokenRowsAreRefusedInColumnsNobodyAskedForToo() throws IOException {
        var file = folder.resolve("more.csv");
        var good = "user_id,region,age,month,amount,note\n" + "a,Seoul,25,7,1,fine\n".repeat(50);
        Files.write(file, (good + "a,Seoul,25,7,1,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "csv-encoding",
                assertThrows(Problem.class, () -> takeFile(LENIENT, file)).code());
        Files.writeString(file, good + "a,Seoul,25,7,1,fine,more\n");
        var problem = assertThrows(Problem.class, () -> takeFile(LENIENT, file));
        assertEquals("csv-too-many-fields", problem.code());
        assertTrue(problem.message(Locale.ENGLISH).contains("line 52"), problem.message(Locale.ENGLISH));
    }

    @Test
    void aMissingColumnIsNamed() {
        var problem = assertThrows(
                Problem.class, () -> takeFile(Specs.SMALL, write("user_id,region,age,month\na,Seoul,25,7\n")));
        assertEquals("column-missing", problem.code());
        assertTrue(problem.message(Locale.ENGLISH).contains("\"amount\""));
        assertEquals(7, problem.kind().exitCode());
    }

    @Test
    void brokenFilesAreProblemsOfTheirOwn() throws IOException {
        var broken = Map.of(
                "too few fields", HEADER + "a,Seoul,25\n",
                "too many fields", HEADER + "a,Seoul,25,7,1,2\n",
                "an open quote", HEADER + "\"a,Seoul,25,7,1\n",
                "a million characters", HEADER + "x".repeat(1_000_000) + ",Seoul,25,7,1\n",
                "nothing", "");
        for (var file : broken.entrySet()) {
            var problem =
                    assertThrows(Problem.class, () -> takeFile(Specs.SMALL, write(file.getValue())), file.getKey());
            assertEquals(7, problem.kind().exitCode(), file.getKey() + ": " + problem.code());
        }
        var latin = folder.resolve("latin.csv");
        Files.write(latin, (HEADER + "a,S\u00e9oul,25,7,1\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                7,
                assertThrows(Problem.class, () -> takeFile(Specs.SMALL, latin))
                        .kind()
                        .exitCode());
    }

    @Test
    void exactTotalsNeverPrintThemselves() throws IOException {
        var taken = take(Specs.SMALL, "a,Seoul,25,7,123\n");
        assertEquals("CellTotals of 3 columns, 4 cells", taken.totals().toString());
    }

    private static long[][] bruteForce(List<String> rows) {
        var totals = new HashMap<String, long[]>();
        for (var row : rows) {
            var fields = row.split(",");
            int cell = (fields[1].equals("Seoul") ? 0 : 2) + (Integer.parseInt(fields[2]) < 30 ? 0 : 1);
            var total = totals.computeIfAbsent(fields[0] + " " + cell, key -> new long[2]);
            total[0] += Long.parseLong(fields[4]);
            total[1]++;
        }
        var columns = new long[3][4];
        totals.forEach((key, total) -> {
            int cell = Integer.parseInt(key.substring(key.indexOf(' ') + 1));
            columns[0][cell]++;
            columns[1][cell] += Math.clamp(total[0], -100, 1000);
            columns[2][cell] += Math.min(total[1], 5);
        });
        return columns;
    }

    private static long distance(long[] one, long[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    private Intake.Taken take(String spec, String rows) throws IOException {
        return takeFile(spec, write(HEADER + rows));
    }

    private Intake.Taken takeFile(String spec, Path file) throws IOException {
        var read = SealSpec.read(Specs.write(folder, spec));
        return new Intake(engine, read, new SeededBits(5)).read(file, Progress.NONE);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("input.csv"), text);
    }
}
