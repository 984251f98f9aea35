package io.poseidon.workbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Cancelled;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import io.poseidon.workbench.sealing.spec.SealSpec;
import io.poseidon.workbench.training.plan.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleDataTest {

    private static final int PEOPLE = 600;

    private Path home;
    private SampleData sample;

    @BeforeAll
    void make(@TempDir Path folder) {
        home = folder;
        sample = SampleData.ensure(folder.resolve("sample"), 7, PEOPLE, Progress.NONE);
    }

    private static List<Object> row(Desk desk, String sql) {
        try (var answer = desk.query(sql, Progress.NONE);
                var table = answer.toTable("answer", Progress.NONE)) {
            return IntStream.range(0, table.columns().size())
                    .mapToObj(column -> table.value(column, 0).orElseThrow())
                    .toList();
        }
    }

    @Test
    void makesTheSameFilesFromTheSameSeed() throws IOException {
        var again = SampleData.ensure(home.resolve("again"), 7, PEOPLE, Progress.NONE);
        for (var shard : SampleData.shards()) {
            assertEquals(Digest.ofFile(sample.people(shard)), Digest.ofFile(again.people(shard)), shard);
            assertEquals(Digest.ofFile(sample.purchases(shard)), Digest.ofFile(again.purchases(shard)), shard);
        }
        assertEquals(Files.readString(sample.buyerIdentity()), Files.readString(again.buyerIdentity()));
    }

    @Test
    void keepsWhatIsThereAndLeavesNothingPartialWhenCancelled() throws IOException {
        var before = Files.getLastModifiedTime(sample.spec());
        SampleData.ensure(sample.folder(), 7, PEOPLE, Progress.NONE);
        assertEquals(before, Files.getLastModifiedTime(sample.spec()));
        var cancelled = home.resolve("cancelled");
        assertThrows(CancelledException.class, () -> SampleData.ensure(cancelled, 7, PEOPLE, new Cancelled()));
        try (var left = Files.list(home)) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith("cancelled")));
        }
    }

    @Test
    void everyPersonLiesAtOneShardWithItsPurchases() {
        long people = 0;
        try (var engine = Engine.start();
                var desk = Desk.open(engine)) {
            for (var shard : SampleData.shards()) {
                var here = shard.replace('-', '_');
                desk.load("people_" + here, sample.people(shard), Progress.NONE);
                desk.load("txn_" + here, sample.purchases(shard), Progress.NONE);
                var counts = row(
                        desk,
                        "SELECT count(*), count(DISTINCT user_id), min(overdue), max(overdue) FROM people_" + here);
                assertEquals(counts.get(0), counts.get(1), shard);
                assertEquals(0L, counts.get(2));
                people += (Long) counts.get(0);
                var strangers = row(
                        desk,
                        "SELECT count(*) FROM txn_" + here + " WHERE user_id NOT IN (SELECT user_id FROM people_" + here
                                + ") OR month NOT IN (7, 8, 9) OR amount < 100");
                assertEquals(0L, strangers.getFirst(), shard);
            }
        }
        assertEquals(PEOPLE, people);
    }

    @Test
    void policiesAndPlanAreOnesThatTheProgramReads() {
        var buyer = "SHA256:" + "ab".repeat(32);
        var folder = home.resolve("policies");
        assertTrue(folder.toFile().mkdir());
        SampleData.writePolicies(folder, List.of(buyer));
        for (var shard : SampleData.shards()) {
            assertEquals(4, PolicyDocument.read(sample.policy(shard)).tables().size());
            assertEquals(
                    4,
                    PolicyDocument.read(folder.resolve(shard + ".yaml"))
                            .tables()
                            .size());
        }
        var spec = SealSpec.read(sample.spec());
        assertEquals(17 * 6 * 12 * 3, spec.cells());
        assertEquals(Optional.of(sample.ledger().toAbsolutePath()), spec.ledger());
        assertEquals(Rational.of(2), ReleaseLedger.show(sample.ledger()).left());
        assertEquals(16, Plan.read(sample.plan()).features().numeric().size());
    }

    @Test
    void demoKeysBelongTogetherAndSayWhatTheyAre() throws IOException {
        var buyer = IdentityFile.read(sample.buyerIdentity(), () -> Passphrase.of(new char[0]))
                .getFirst();
        assertTrue(buyer.recipient().orElseThrow().toString().startsWith("age1"));
        var seller = SigningKey.read(sample.sellerKey()).verifyingKey();
        assertEquals(seller, VerifyingKey.read(sample.sellerPublicKey()));
        for (var key : List.of(sample.buyerIdentity(), sample.sellerKey(), sample.sellerPublicKey())) {
            assertTrue(Files.readAllLines(key).getFirst().contains("DEMO KEY"), key.toString());
        }
    }

    @Test
    void contributionsHaveTheDefectsAndWhalesThatSealingMustMeet() {
        sample.ensureContributions(7, 4_000, Progress.NONE);
        try (var engine = Engine.start();
                var desk = Desk.open(engine)) {
            desk.load("contributions", sample.contributions(), Progress.NONE);
            var share = row(
                    desk,
                    "SELECT avg(CASE WHEN region IS NULL OR age IS NULL OR category IS NULL THEN 1.0 ELSE 0 END),"
                        + " avg(CASE WHEN amount < 0 THEN 1.0 ELSE 0 END), count(DISTINCT user_id), max(amount),"
                        + " count(*) FILTER (WHERE amount >= 300000000 AND category = 'jewelry') FROM contributions");
            assertEquals(0.016, ((Number) share.get(0)).doubleValue(), 0.004);
            assertEquals(0.0042, ((Number) share.get(1)).doubleValue(), 0.002);
            assertEquals(4_000L, share.get(2));
            assertTrue((Long) share.get(4) >= 3, "whales");
        }
    }

    @Test
    void defectsComeInClustersThatMarginalRatesHide() {
        sample.ensureContributions(7, 4_000, Progress.NONE);
        try (var engine = Engine.start();
                var desk = Desk.open(engine)) {
            desk.load("contributions", sample.contributions(), Progress.NONE);
            var central = "region IN ('Daejeon', 'Sejong', 'Chungbuk', 'Chungnam', 'Gangwon')";
            var twice = row(
                    desk,
                    "SELECT count(*) - count(DISTINCT receipt), count(*), count(DISTINCT user_id || '/' || receipt)"
                            + " - count(DISTINCT receipt) FROM contributions WHERE " + central);
            assertEquals(0.018, ratio(twice.get(0), twice.get(1)), 0.005, "rows of Central sent twice");
            assertEquals(0L, twice.get(2), "a receipt belongs to one person");
            var bursts = row(
                    desk,
                    "SELECT count(*) FILTER (rows > 10), sum(rows) FILTER (rows > 10), sum(rows) FROM (SELECT last,"
                            + " count(*) AS rows FROM (SELECT max(received) AS last FROM contributions WHERE " + central
                            + " GROUP BY receipt HAVING count(*) > 1) GROUP BY last)");
            assertEquals(3L, bursts.getFirst(), "bursts");
            assertTrue(ratio(bursts.get(1), bursts.get(2)) > 0.9, "nearly all that is sent twice comes in a burst");
            var honam = "region IN ('Gwangju', 'Jeonbuk', 'Jeonnam', 'Jeju')";
            var lost = row(
                    desk,
                    "SELECT sum(n) FILTER (month = 9), sum(n) FILTER (month = 8) FROM contributions WHERE " + honam);
            assertEquals(0.7, ratio(lost.get(0), lost.get(1)), 0.05, "nine days of September are missing");
            var late = row(
                    desk,
                    "SELECT count(*) FILTER (received >= make_date(2026, month::INTEGER + 1, 1) + 14), count(*)"
                            + " FROM contributions WHERE month < 10 AND " + honam);
            assertEquals(0.15, ratio(late.get(0), late.get(1)), 0.03, "late rows of Honam and Jeju");
            var providers = row(
                    desk,
                    "SELECT count(DISTINCT user_id) FROM contributions WHERE region = 'seoul ' OR region = '대구시'");
            assertTrue((Long) providers.getFirst() < 400, "one provider spells so, not everybody");
        }
    }

    private static double ratio(Object part, Object whole) {
        return ((Number) part).doubleValue() / ((Number) whole).doubleValue();
    }

    @Test
    void thePurchaseThatComesWithTheProgramOpensForTheDemoBuyerAtTheSamplesClock() {
        var shipped = new SampleData(Path.of("sample-data"));
        var out = new StringWriter();
        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(out),
                "verify",
                shipped.purchase().toString(),
                "-i",
                shipped.buyerIdentity().toString(),
                "--trust",
                shipped.sellerPublicKey().toString(),
                "--at",
                SampleData.CLOCK.toString());
        assertEquals(0, code, out.toString());
    }

    /// The documents that come with the program are those that the generator writes.
    @Test
    void theDocumentsThatComeWithTheProgramAreUpToDate() throws IOException {
        var shipped = new SampleData(Path.of("sample-data"));
        for (var file :
                List.of(shipped.spec(), shipped.plan(), shipped.menu(), shipped.survey(), shipped.population())) {
            assertSame(file);
        }
        for (var shard : SampleData.shards()) {
            assertSame(shipped.policy(shard));
        }
        assertSame(shipped.buyerIdentity());
        assertSame(shipped.sellerKey());
        assertSame(shipped.sellerPublicKey());
    }

    private void assertSame(Path shipped) throws IOException {
        var made = sample.folder().resolve(Path.of("sample-data").relativize(shipped));
        assertEquals(Files.readString(made), Files.readString(shipped), shipped.toString());
    }
}
