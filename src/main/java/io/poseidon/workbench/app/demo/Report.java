package io.poseidon.workbench.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// What each step of the demonstration did and how long it took: `report.json`. A step that fails is in it too, and
/// ends the story.
public final class Report {

    /// One step of the story; what it puts into `result` is reported.
    interface Step {
        void run(ObjectNode result) throws Exception;
    }

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final Consumer<String> narrator;
    private final long begun = System.nanoTime();
    private boolean passed = true;
    private int exitCode;

    /// `narrator` is told of every step as it ends.
    Report(Consumer<String> narrator) {
        this.narrator = narrator;
        document.put("demo", 1)
                .put("started", Instant.now().toString())
                .put("sampleClock", SampleData.CLOCK.toString())
                .put("simulated", true);
        document.putArray("steps");
    }

    /// Runs the step unless an earlier one failed.
    void step(String name, Step step) {
        if (!passed) {
            return;
        }
        var entry = document.withArray("steps").addObject().put("name", name);
        long start = System.nanoTime();
        try {
            step.run(entry.putObject("result"));
        } catch (CancelledException e) {
            throw e;
        } catch (Exception e) {
            failed(entry, e);
        }
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        entry.put("ok", passed).put("milliseconds", milliseconds);
        narrator.accept(String.format(Locale.ROOT, "%-10s %6d ms  %s", name, milliseconds, passed ? "ok" : "FAILED"));
    }

    private void failed(ObjectNode entry, Exception failure) {
        passed = false;
        LoggerFactory.getLogger(Report.class).error("step failed", failure);
        var error = entry.putObject("error");
        if (failure instanceof Problem problem) {
            exitCode = problem.kind().exitCode();
            error.put("code", problem.code())
                    .put("message", problem.message(Locale.ENGLISH))
                    .put("next", problem.next(Locale.ENGLISH));
        } else {
            exitCode = Problem.Kind.BUG.exitCode();
            error.put("code", "bug").put("message", failure.getClass().getName());
        }
    }

    /// Zero where every step passed, otherwise that of the problem that ended the story.
    public int exitCode() {
        return exitCode;
    }

    public ObjectNode document() {
        return document;
    }

    void write(Path file) throws IOException {
        document.put("ok", passed).put("milliseconds", (System.nanoTime() - begun) / 1_000_000);
        var part = file.resolveSibling(file.getFileName() + ".part");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(part.toFile(), document);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
