package io.poseidon.workbench.sample;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Tables to Parquet files, rows in order.
final class ParquetFiles {

    private ParquetFiles() {}

    /// Writes what `sql` selects from the table, and closes the table.
    static void write(Engine engine, ArrowTable table, String sql, Path file, Progress progress) {
        try (table;
                var desk = Desk.open(engine)) {
            desk.put(table);
            copy(desk, sql, file, progress);
        }
    }

    /// Lays files behind one another and removes them.
    static void join(Engine engine, List<Path> parts, Path file, Progress progress) {
        var names = parts.stream().map(ParquetFiles::literal).collect(Collectors.joining(", ", "[", "]"));
        try (var desk = Desk.open(engine)) {
            copy(desk, "FROM read_parquet(" + names + ")", file, progress);
        }
        for (var part : parts) {
            try {
                Files.delete(part);
            } catch (IOException e) {
                throw Problem.of(Kind.SURROUNDINGS, ParquetFiles.class, "sample-cannot-write", part)
                        .because(e);
            }
        }
    }

    private static void copy(Desk desk, String sql, Path file, Progress progress) {
        desk.run("COPY (" + sql + ") TO " + literal(file) + " (FORMAT parquet, COMPRESSION zstd)", progress);
    }

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
