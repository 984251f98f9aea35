package io.poseidon.workbench.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.poseidon.workbench.bundle.BundleWriter;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.manifest.ReleaseMark;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.privacy.SeededBits;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.sealing.release.CellTotals;
import io.poseidon.workbench.sealing.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same data set sealed twice with the same noise: once a cell holds nobody, once it holds too few. Nothing that
/// its
/// buyer can have tells the two purchases apart.
class EmptyOrSuppressedTest {

    private static final int GOLD = 2;
    private static final int CELL = 1;
    private static final Instant CREATED = Instant.parse("2026-10-01T00:00:00Z");

    private final Sealed sealed = new Sealed();

    @TempDir
    private Path folder;

    private Edition edition;
    private Cells empty;
    private Cells suppressed;

    @BeforeEach
    void release() throws IOException {
        edition = Edition.read(Specs.write(folder, Specs.SMALL));
        empty = cells(0);
        suppressed = cells(5);
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    void theSealedTablesAreTheSameBytes() throws IOException {
        for (var cells : List.of(empty, suppressed)) {
            assertFalse(cells.isShown(CELL));
        }
        assertArrayEquals(stream(empty), stream(suppressed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from spend",
                "select region, age_band, contributors, amount_sum, txn_count from spend order by all",
                "select region, sum(amount_sum) s, avg(txn_count) a, max(contributors) m, count(*) n,"
                        + " count(contributors) c from spend group by region order by region",
                "select age_band, contributors is null as hidden, amount_sum / contributors as mean from spend order"
                        + " by all",
            })
    void everyExportIsTheSameBytes(String sql) throws IOException {
        var ofEmpty = exports(empty, "empty", sql);
        var ofSuppressed = exports(suppressed, "suppressed", sql);
        assertEquals(2 * Format.values().length + 2, ofEmpty.size(), ofEmpty.keySet()::toString);
        ofEmpty.forEach((name, text) -> assertEquals(text, ofSuppressed.get(name), name));
        assertEquals(ofEmpty.keySet(), ofSuppressed.keySet());
    }

    /// Bounded totals of four cells: contributors, won, payments.
    private Cells cells(long few) {
        var totals = new CellTotals(
                new long[][] {{900, few, 700, 400}, {90_000, few * 120, 61_000, 47_000}, {2_100, few * 2, 1_900, 800}});
        return new Cells(edition, Release.draw(totals, edition.plan(), new SeededBits(11), Progress.NONE), GOLD);
    }

    private byte[] stream(Cells cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var table = cells.table(sealed.engine)) {
            table.writeTo(bytes, Map.of());
        }
        return bytes.toByteArray();
    }

    /// Every file of the answer in every format, with and without intervals; without digests, which hold the keys of
    /// the one file and the other.
    private Map<String, String> exports(Cells cells, String name, String sql) throws IOException {
        var home = Files.createDirectories(folder.resolve(name));
        var file = home.resolve("purchase.poseidon");
        var mark = new ReleaseMark(1, Digest.of("ledger".getBytes(StandardCharsets.UTF_8)));
        try (var table = cells.table(sealed.engine)) {
            var description = new Statements(edition, GOLD).describe(cells, mark, CREATED);
            new BundleWriter(sealed.signer)
                    .write(file, description, List.of(table), Sealed.sales(sealed.buyer), Progress.NONE);
        }
        try (var bundle = sealed.open(file, sealed.buyer).orThrow();
                var queries = PurchaseQueries.open(sealed.engine, bundle, Limits.standard())) {
            var reply = (Reply.Answered) queries.ask(sql, Progress.NONE);
            try (var result = reply.result()) {
                assertFalse(result.columns().isEmpty());
                for (var format : Format.values()) {
                    new Export(reply, true).write(home.resolve("wide." + format.suffix()), format, Progress.NONE);
                    new Export(reply, false).write(home.resolve("plain." + format.suffix()), format, Progress.NONE);
                }
            }
        }
        Files.delete(file);
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(home)) {
            for (var one : files.toList()) {
                var text = Files.readString(one, StandardCharsets.ISO_8859_1);
                texts.put(String.valueOf(one.getFileName()), text.replaceAll("[0-9a-f]{64}", "digest"));
            }
        }
        return texts;
    }
}
