package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.result.Format;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--out FILE`, `--format FORMAT` and `--interval`: where an answer goes and what stands beside its numbers.
public final class OutOption {

    @Option(names = "--out", paramLabel = "F", description = "write the answer to this file")
    private @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, json, arrow (an IPC stream) or parquet (default: by the name of the file)")
    private @Nullable Format format;

    @Option(
            names = "--interval",
            description = "with the 95 %% interval of every noisy number, of a purchase or of a shard: [low, high] in a"
                    + " table, \"intervals\" in JSON, columns _low and _high in CSV and files; where noise dominates or"
                    + " no interval is known, a table and JSON say so and the columns are empty")
    private boolean interval;

    public Optional<Path> file() {
        return Optional.ofNullable(out);
    }

    public boolean interval() {
        return interval;
    }

    /// Binary formats need a file; `--json` without a file means the document on standard output.
    public Optional<Format> chosen(Output output) {
        var chosen = Optional.ofNullable(format)
                .or(() -> Optional.ofNullable(out).flatMap(Format::of))
                .or(() -> output.isJson() && out == null ? Optional.of(Format.JSON) : Optional.empty());
        if (out == null
                && chosen.filter(f -> f == Format.ARROW || f == Format.PARQUET).isPresent()) {
            throw Problem.of(Kind.USAGE, Main.class, "format-needs-file");
        }
        if (out == null
                && output.isJson()
                && chosen.filter(f -> f != Format.JSON).isPresent()) {
            throw Problem.of(Kind.USAGE, Main.class, "format-and-json");
        }
        if (out != null && chosen.isEmpty()) {
            throw Problem.of(Kind.USAGE, Main.class, "format-unknown", out.getFileName());
        }
        return chosen;
    }
}
