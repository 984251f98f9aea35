package io.poseidon.workbench.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.privacy.SeededBits;
import io.poseidon.workbench.sealing.intake.Intake;
import io.poseidon.workbench.sealing.release.NoisePlan;
import io.poseidon.workbench.sealing.spec.Rejection;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other verticals than card spending need a specification and no code.
final class ExampleSpecsTest {

    private static final Path EXAMPLES = Path.of("sample-data", "specs");

    @TempDir
    Path folder;

    @Test
    void hospitalVisitsBecomeCells() throws IOException {
        var rows = """
            patient_id,visit_id,month,region,age,diagnosis,cost,nights
            p1,1,2026-07,Seoul,34,injury,120050,2
            p1,2,2026-08,Seoul,34,injury,120050,0
            p1,2,2026-08,Seoul,34,injury,120050,0
            p2,3,2026-09,Seoul,81,mental,6000000,40
            """;
        var taken = take("health.yaml", rows + others(120));
        assertEquals(1, taken.report().rejected().get(Rejection.DUPLICATE));
        // Seoul, 20-39, injury
        int cell = (0 * 5 + 1) * 8 + 5;
        assertEquals(1, taken.totals().column(0)[cell]);
        assertEquals(2401, taken.totals().column(1)[cell]);
        assertEquals(2, taken.totals().column(2)[cell]);
        assertEquals(2, taken.totals().column(3)[cell]);
        // clamped: 5,000,000 won and 30 nights
        int old = (0 * 5 + 4) * 8 + 4;
        assertEquals(50_000, taken.totals().column(1)[old]);
        assertEquals(30, taken.totals().column(2)[old]);
    }

    @Test
    void footfallBecomesCells() throws IOException {
        var rows = """
            device_id,day,district,weekday,hour,minutes,felt_temperature
            d1,2026-09-03,Mapo,4,9,33,21.55
            d1,2026-09-10,Mapo,4,8,9,-30
            d2,2026-09-30,Songpa,3,23,60,18.2
            """;
        var taken = take("location.yaml", rows);
        int cell = (5 * 7 + 3) * 5 + 1;
        assertArrayEquals(new long[] {1, 8, -84, 2}, new long[] {
            taken.totals().column(0)[cell],
            taken.totals().column(1)[cell],
            taken.totals().column(2)[cell],
            taken.totals().column(3)[cell]
        });
        assertEquals(2, Arrays.stream(taken.totals().column(0)).sum());
    }

    private Intake.Taken take(String example, String rows) throws IOException {
        var spec = SealSpec.read(EXAMPLES.resolve(example));
        assertEquals(spec.measures().size() + 1, NoisePlan.of(spec).columns());
        var input = Files.writeString(folder.resolve("rows.csv"), rows);
        try (var engine = Engine.start()) {
            return new Intake(engine, spec, new SeededBits(1)).read(input, Progress.NONE);
        }
    }

    /// Contributors of one row each, so that the one duplicate is within what the specification tolerates.
    private static String others(int count) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("other").append(i).append(",1,2026-09,Central,5,other,1000,0\n");
        }
        return rows.toString();
    }
}
