package io.poseidon.workbench.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

    private final ArrayList<String> said = new ArrayList<>();
    private final Report report = new Report(said::add);

    @Test
    void endsTheStoryAtTheFirstFailureWithItsExitCode() {
        report.step("first", result -> result.put("rows", 3));
        report.step("second", result -> {
            throw Problem.of(Kind.SURROUNDINGS, SampleVenue.class, "shards-not-started");
        });
        report.step("third", result -> result.put("never", true));
        assertEquals(8, report.exitCode());
        var steps = report.document().path("steps");
        assertEquals(2, steps.size());
        assertTrue(steps.get(0).path("ok").asBoolean());
        assertFalse(steps.get(1).path("ok").asBoolean());
        assertEquals(
                "shards-not-started", steps.get(1).path("error").path("code").asText());
        assertEquals(2, said.size());
    }

    @Test
    void callsWhatNobodyExpectedABug() {
        report.step("first", result -> {
            throw new IllegalStateException("on purpose");
        });
        assertEquals(70, report.exitCode());
    }

    @Test
    void leavesOneWholeFile(@TempDir Path folder) throws IOException {
        report.step("first", result -> result.put("rows", 3));
        report.write(folder.resolve("report.json"));
        assertEquals(0, report.exitCode());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
