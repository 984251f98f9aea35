package io.poseidon.workbench.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The other verticals of the sample are sealed, opened by their buyer and read, from a specification alone.
final class ExampleBundlesTest {

    private static final Path EXAMPLES = Path.of("sample-data", "specs");
    private static final int PEOPLE = 400;

    @TempDir
    Path folder;

    @Test
    void hospitalVisitsAreSealedAndOpened() throws IOException {
        var rows = new StringBuilder("patient_id,visit_id,month,region,age,diagnosis,cost,nights\n");
        for (int i = 0; i < PEOPLE; i++) {
            rows.append("p%d,1,2026-07,Seoul,34,injury,120050,2\n".formatted(i));
        }
        opened("health.yaml", "detail", "visits", rows.toString(), table -> {
            assertEquals(5 * 5 * 8, table.count());
            assertEquals(ColumnType.INTEGER, type(table, "cost_sum"));
            assertOneCell(table, Map.of("region", "Seoul", "age_band", "20-39", "diagnosis", "injury"), 60);
        });
    }

    @Test
    void footfallIsSealedAndOpened() throws IOException {
        var rows = new StringBuilder("device_id,day,district,weekday,hour,minutes,felt_temperature\n");
        for (int i = 0; i < PEOPLE; i++) {
            rows.append("d%d,2026-09-03,Mapo,4,9,33,21.5\n".formatted(i));
        }
        opened("location.yaml", "plus", "footfall", rows.toString(), table -> {
            assertEquals(10 * 7 * 5, table.count());
            assertEquals(ColumnType.DECIMAL, type(table, "temperature_sum"));
            assertOneCell(table, Map.of("district", "Mapo", "weekday", "4", "time_of_day", "morning"), 60);
        });
    }

    /// Everybody stands in one cell: it is shown with about their number, and hardly another is (the noise of an empty
    /// one passes the threshold once in a million).
    private static void assertOneCell(ArrowTable table, Map<String, String> place, long within) {
        int contributors = table.column("contributors").orElseThrow();
        var shown = LongStream.range(0, table.count())
                .filter(row -> !table.isNull(contributors, row))
                .boxed()
                .toList();
        assertTrue(shown.size() < 4);
        var there = shown.stream().filter(row -> isAt(table, row, place)).toList();
        assertEquals(1, there.size());
        assertTrue(Math.abs(table.integer(contributors, there.getFirst()) - PEOPLE) < within);
    }

    private static boolean isAt(ArrowTable table, long row, Map<String, String> place) {
        return place.entrySet().stream()
                .allMatch(value -> value.getValue()
                        .equals(table.text(table.column(value.getKey()).orElseThrow(), row)));
    }

    private static ColumnType type(ArrowTable table, String column) {
        return table.columns().get(table.column(column).orElseThrow()).type();
    }

    private void opened(String example, String version, String table, String rows, Consumer<ArrowTable> looking)
            throws IOException {
        Files.copy(EXAMPLES.resolve(example), folder.resolve(example));
        var input = Files.writeString(folder.resolve("rows.csv"), rows);
        var out = folder.resolve("sealed.poseidon");
        try (var engine = Engine.start();
                var signer = SigningKey.generate();
                var buyer = Identity.generate()) {
            var recipients = List.of(buyer.recipient().orElseThrow());
            var report = folder.resolve("validation.json");
            var from = LocalDate.of(2026, 10, 1);
            var request = new SealRequest(folder.resolve(example), input, version, recipients, from, out, report);
            new Sealing(engine, signer).seal(request, Progress.NONE);
            var trust = new Trust(List.of(new Trust.Signer("publisher", signer.verifyingKey(), Instant.EPOCH)));
            var watch = Opening.Watch.of(Progress.NONE);
            try (var bundle = new Verifier(trust, Instant.parse("2026-11-01T00:00:00Z"))
                    .open(engine, out, List.of(buyer), watch)
                    .orThrow()) {
                looking.accept(bundle.table(table).orElseThrow());
            }
        }
    }
}
