package io.poseidon.workbench.query.result;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.engine.AnswerFile;
import io.poseidon.workbench.engine.ExportTerms;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Repaired;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.audit.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Takes a result away as a file. It has passed the gate already: an export is the approved text run once more, exactly
/// what is seen, whatever its size, with its provenance inside (Arrow, Parquet, JSON) or beside it (CSV). Files appear
/// whole or not at all; cancelling leaves none.
public final class Export {

    private final Result result;
    private final Decision decision;
    private final boolean intervals;
    private final Optional<Repaired> repaired;

    /// With `intervals`, every noisy column is followed by its `_low` and `_high`. A sum in which the same
    /// person can be counted several times is followed by its lower bound, `_at_least`, in any case.
    public Export(Reply.Answered answered, boolean intervals) {
        this(answered.result(), answered.decision(), intervals, Optional.empty());
    }

    private Export(Result result, Decision decision, boolean intervals, Optional<Repaired> repaired) {
        this.result = result;
        this.decision = decision;
        this.intervals = intervals;
        this.repaired = repaired;
    }

    /// Says with the answer that it is one to another question than was written.
    public Export instead(Optional<Repaired> other) {
        return new Export(result, decision, intervals, other);
    }

    public void write(Path file, Format format, Progress progress) {
        if (format == Format.PARQUET || format == Format.ARROW && isWide()) {
            requireDistinctNames();
        }
        Drafts.write(file, draft -> {
            if (format == Format.PARQUET) {
                parquet(file, draft, progress);
            } else {
                try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                    content(out, format, progress);
                }
            }
            leaves(Exit.EXPORT, format, Sha256.ofFile(draft));
        });
        if (format == Format.CSV) {
            Drafts.write(sideCar(file), draft -> Files.writeString(draft, provenance()));
        }
    }

    /// The same to a stream that stays open; Parquet needs a file. Keep the bytes until this returns: a problem means
    /// that they must not be shown.
    public void write(OutputStream out, Format format, Progress progress) throws IOException {
        var digested = new DigestOutputStream(out, Sha256.start());
        content(digested, format, progress);
        leaves(
                Exit.PRINT,
                format,
                HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    private void leaves(Exit exit, Format format, String sha256) {
        result.pass().leaves(exit, format.suffix(), sha256, result.rows().orElse(-1));
    }

    private void content(OutputStream out, Format format, Progress progress) throws IOException {
        switch (format) {
            case CSV -> CsvResult.write(result, intervals, out, progress);
            case JSON ->
                JsonResult.write(result, new JsonResult.Head(decision, intervals, repaired, metadata()), out, progress);
            case ARROW -> arrow(out, progress);
            case PARQUET -> throw new IllegalArgumentException("Parquet is written to a file");
        }
    }

    /// `result.csv` has `result.csv.provenance.json` beside it.
    static Path sideCar(Path file) {
        return file.resolveSibling(file.getFileName() + ".provenance.json");
    }

    private void requireDistinctNames() {
        var seen = new HashSet<String>();
        for (var column : result.columns()) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                throw Problem.of(Kind.USAGE, Export.class, "export-column-twice", column.name());
            }
        }
    }

    private void arrow(OutputStream out, Progress progress) throws IOException {
        var terms = new ExportTerms(metadata(), progress);
        if (isWide()) {
            try (var wide = WideResult.of(result, intervals, progress)) {
                AnswerFile.arrow(result.engine(), wide.answer(), out, terms);
            }
        } else {
            try (var answer = result.plainAnswer(progress)) {
                AnswerFile.arrow(result.engine(), answer, out, terms);
            }
        }
    }

    private void parquet(Path target, Path draft, Progress progress) {
        var terms = new ExportTerms(metadata(), progress);
        try {
            if (isWide()) {
                try (var wide = WideResult.of(result, intervals, progress)) {
                    AnswerFile.parquet(result.engine(), wide.answer(), draft, terms);
                }
            } else {
                try (var answer = result.plainAnswer(progress)) {
                    AnswerFile.parquet(result.engine(), answer, draft, terms);
                }
            }
        } catch (Problem failed) {
            throw failed.code().equals(AnswerFile.UNWRITABLE) ? Drafts.unwritable(target, failed) : failed;
        }
    }

    /// An upper bound is never written without the lower one.
    private boolean isWide() {
        return intervals || IntStream.range(0, result.columns().size()).anyMatch(result.plan()::isRange);
    }

    private Map<String, String> metadata() {
        var metadata = new TreeMap<>(result.metadata());
        metadata.put("poseidon.decision", decision.word());
        if (!decision.cautions().isEmpty()) {
            metadata.put(
                    "poseidon.cautions",
                    decision.cautions().stream()
                            .map(caution -> caution.kind().name())
                            .collect(Collectors.joining(", ")));
        }
        repaired.ifPresent(other -> metadata.put("poseidon.repaired_from", other.from()));
        var bounds = IntStream.range(0, result.columns().size())
                .filter(result.plan()::isUpper)
                .mapToObj(column -> result.columns().get(column).name())
                .collect(Collectors.joining(", "));
        if (!bounds.isEmpty()) {
            metadata.put("poseidon.upper_bounds", bounds);
        }
        if (result.plan().lacksBound()) {
            metadata.put("poseidon.lower_bounds", "incomplete");
        }
        return metadata;
    }

    private String provenance() throws IOException {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(metadata()) + "\n";
    }
}
