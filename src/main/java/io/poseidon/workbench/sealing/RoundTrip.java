package io.poseidon.workbench.sealing;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/// Reads a table back from the bytes that a buyer will read, before it is sealed, and holds every value to what was
/// meant.
final class RoundTrip {

    private RoundTrip() {}

    static void check(Engine engine, ArrowTable table, Progress progress) {
        var bytes = new ByteArrayOutputStream();
        try {
            table.writeTo(bytes, Map.of());
        } catch (IOException e) {
            throw failed().because(e);
        }
        try (var read =
                ArrowTable.read(engine, table.name(), new ByteArrayInputStream(bytes.toByteArray()), progress)) {
            compare(table, read, progress);
        }
    }

    private static void compare(ArrowTable meant, ArrowTable read, Progress progress) {
        if (!meant.columns().equals(read.columns()) || meant.count() != read.count()) {
            throw failed();
        }
        for (int column = 0; column < meant.columns().size(); column++) {
            progress.checkCancelled();
            for (long row = 0; row < meant.count(); row++) {
                if (!meant.value(column, row).equals(read.value(column, row))) {
                    throw failed();
                }
            }
        }
    }

    private static Problem failed() {
        return Problem.of(Kind.BUG, Sealing.class, "round-trip");
    }
}
