package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.Columnar;
import io.poseidon.workbench.engine.column.Blanks;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.Schema;

/// Writes an answer row by row, whatever its size: as CSV, as an Arrow IPC stream, as Parquet. A cancelled or failed
/// writing leaves what was written so far: the caller writes to a draft and moves it into place.
public final class AnswerFile {

    /// The code of a file that the surroundings do not take.
    public static final String UNWRITABLE = "export-failed";

    private AnswerFile() {}

    /// UTF-8, comma, CR LF as RFC 4180 has it; NULL is empty and the empty text is `""`.
    public static void csv(Answer answer, OutputStream out, Progress progress) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(
                answer.columns().stream().map(column -> csvText(column.name())).collect(Collectors.joining(",")));
        writer.write("\r\n");
        unwrapped(() -> answer.scan(progress, rows -> csvRows(rows, writer)));
        writer.flush();
    }

    /// Buffers are uncompressed; `metadata` goes with the schema.
    public static void arrow(Engine engine, Answer answer, OutputStream out, ExportTerms terms) throws IOException {
        try (var allocator = engine.allocator("export");
                var root =
                        VectorSchemaRoot.create(new Schema(answer.schema().getFields(), terms.metadata()), allocator);
                var writer = new ArrowStreamWriter(root, new MapDictionaryProvider(), Channels.newChannel(out))) {
            writer.start();
            unwrapped(() -> answer.scanBatches(terms.progress(), batch -> {
                batch.copyInto(root);
                Blanks.clear(root);
                write(writer);
            }));
            writer.end();
        } catch (RuntimeException e) {
            if (!(e instanceof Problem) && e.getCause() instanceof IOException unwritable) {
                throw unwritable; // the writer wraps what it meets when it closes
            }
            throw e;
        }
    }

    /// `metadata` becomes the file's key and value pairs.
    public static void parquet(Engine engine, Answer answer, Path file, ExportTerms terms) {
        var pairs = terms.metadata().entrySet().stream()
                .map(entry -> Names.literal(entry.getKey()) + ": " + Names.literal(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        var options = " (FORMAT parquet, COMPRESSION zstd"
                + (terms.metadata().isEmpty() ? "" : ", KV_METADATA " + pairs) + ")";
        try (var desk = Desk.open(engine)) {
            answer.feed(
                    desk,
                    "answer",
                    terms.progress(),
                    () -> desk.run(
                            "COPY (FROM answer) TO " + Names.literal(file.toString()) + options, terms.progress()));
        } catch (Problem problem) {
            throw problem.code().equals("query-failed")
                    ? Problem.of(Kind.SURROUNDINGS, AnswerFile.class, UNWRITABLE, file.getFileName())
                            .because(problem)
                    : problem;
        }
    }

    private static void csvRows(Columnar rows, Writer out) {
        var columns =
                IntStream.range(0, rows.columns().size()).mapToObj(rows::cells).toList();
        try {
            for (int row = 0; row < rows.count(); row++) {
                var separator = "";
                for (var cells : columns) {
                    out.write(separator);
                    out.write(cells.isNull(row) ? "" : csvText(cells.text(row)));
                    separator = ",";
                }
                out.write("\r\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Quoted where it holds a delimiter, a quote or a line break, where it is empty, and where space surrounds it.
    public static String csvText(String text) {
        boolean plain = !text.isEmpty() && !hasDelimiter(text) && text.strip().length() == text.length();
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean hasDelimiter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private static void write(ArrowStreamWriter writer) {
        try {
            writer.writeBatch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unwrapped(Runnable work) throws IOException {
        try {
            work.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
