package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One CSV file read strictly into a desk (RFC 4180 with `,` `;` or tab): nothing is guessed but the delimiter, which
/// the first line shows. An empty field is NULL, `""` is the empty text. The first broken row is named by line.
final class CsvFile {

    /// Longest line, in bytes: a million-character field is a broken file, not a value.
    private static final int LONGEST_LINE = 1 << 18;

    private final Desk desk;
    private final Path file;
    private final Progress progress;

    CsvFile(Desk desk, Path file, Progress progress) {
        this.desk = desk;
        this.file = file;
        this.progress = progress;
    }

    void load(String table, Map<String, ColumnType> types) {
        var header = header();
        for (var name : types.keySet()) {
            if (!header.names().contains(name)) {
                throw problem("csv-column-missing", name, String.join(", ", header.names()));
            }
        }
        load(table, header, types);
    }

    /// As text first, then each column in the narrowest type that holds all of its values exactly.
    void loadTyped(String table) {
        var header = header();
        var staging = table + " as text";
        load(staging, header, Map.of());
        var types = inferred(staging, header.names());
        var casts = new ArrayList<String>();
        for (int i = 0; i < types.size(); i++) {
            var name = Names.quoted(header.names().get(i));
            casts.add("CAST(" + name + " AS " + sqlType(types.get(i)) + ") AS " + name);
        }
        desk.run(
                "CREATE TABLE " + Names.quoted(table) + " AS SELECT " + String.join(", ", casts) + " FROM "
                        + Names.quoted(staging),
                progress);
        desk.run("DROP TABLE " + Names.quoted(staging));
    }

    /// A view of the file with every column as text. Its condition always holds: it has the engine read every column,
    /// since it does not look for what is broken in those that no statement asks for.
    void show(String table) {
        var header = header();
        var all = header.names().stream().map(Names::quoted).collect(Collectors.joining(", "));
        desk.run("CREATE VIEW " + Names.quoted(table) + " AS FROM " + reader(header, Map.of()) + " WHERE hash(" + all
                + ") IS NOT NULL");
    }

    List<TableColumn> textColumns() {
        return header().names().stream()
                .map(name -> new TableColumn(name, ColumnType.TEXT))
                .toList();
    }

    /// Runs a statement over the view; a broken row ends it.
    void scan(String statement, Progress progress) {
        strictly(statement, progress);
        refuseRejects();
    }

    /// From the number of lines in the first bytes.
    long estimatedRows() {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(LONGEST_LINE);
            long lines = 1;
            for (byte b : start) {
                lines += b == '\n' ? 1 : 0;
            }
            return start.length == 0 ? 0 : Math.ceilDiv(Files.size(file), start.length) * lines;
        } catch (IOException e) {
            throw Desk.unreadable(file, e);
        }
    }

    private CsvHeader header() {
        return CsvHeader.read(file, LONGEST_LINE);
    }

    private void load(String table, CsvHeader header, Map<String, ColumnType> types) {
        strictly("CREATE TABLE " + Names.quoted(table) + " AS FROM " + reader(header, types), progress);
        try {
            refuseRejects();
        } catch (Problem problem) {
            desk.run("DROP TABLE IF EXISTS " + Names.quoted(table));
            throw problem;
        }
    }

    private String reader(CsvHeader header, Map<String, ColumnType> types) {
        var columns = header.names().stream()
                .map(name -> Names.literal(name) + ": '" + sqlType(types.getOrDefault(name, ColumnType.TEXT)) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + Names.literal(file.toString()) + ", auto_detect=false, header=true, delim="
                + Names.literal(String.valueOf(header.delimiter()))
                + ", quote='\"', escape='\"', nullstr='', allow_quoted_nulls=false, encoding='utf-8', max_line_size="
                + LONGEST_LINE + ", store_rejects=true, rejects_limit=1000, columns=" + columns + ")";
    }

    private void strictly(String statement, Progress progress) {
        try {
            desk.run(statement, progress);
        } catch (Problem problem) {
            throw problem.code().equals("query-failed")
                    ? problem("csv-unreadable").because(problem)
                    : problem;
        }
    }

    private void refuseRejects() {
        try {
            var first = desk.firstRow(
                    "SELECT line_byte_position, coalesce(column_name, ''), error_type::VARCHAR, count(*) OVER ()"
                            + " FROM reject_errors ORDER BY line, column_idx LIMIT 1");
            if (first.isPresent()) {
                var row = first.get();
                throw problem(code(row.get(2)), line(row.get(0)), row.get(1), row.get(3));
            }
        } finally {
            desk.run("DROP TABLE IF EXISTS reject_errors");
            desk.run("DROP TABLE IF EXISTS reject_scans");
        }
        progress.checkCancelled();
    }

    /// The engine counts records; a person's editor counts lines.
    private long line(String bytePosition) {
        long line = 1;
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            long left = Long.parseLong(bytePosition) - 1;
            for (int b = in.read(); b >= 0 && left > 0; b = in.read(), left--) {
                line += b == '\n' ? 1 : 0;
            }
            return line;
        } catch (IOException e) {
            throw Desk.unreadable(file, e);
        }
    }

    private static String code(String errorType) {
        return switch (errorType) {
            case "CAST" -> "csv-value";
            case "MISSING COLUMNS" -> "csv-too-few-fields";
            case "TOO MANY COLUMNS" -> "csv-too-many-fields";
            case "UNQUOTED VALUE" -> "csv-quote";
            case "LINE SIZE OVER MAXIMUM" -> "csv-long-line";
            case "INVALID ENCODING" -> "csv-encoding";
            default -> "csv-row";
        };
    }

    private List<ColumnType> inferred(String staging, List<String> names) {
        var candidates = List.of(
                ColumnType.INTEGER, ColumnType.DOUBLE, ColumnType.BOOLEAN, ColumnType.DATE, ColumnType.TIMESTAMP);
        var tests = names.stream()
                .map(Names::quoted)
                .flatMap(name -> candidates.stream().map(type -> test(name, type)))
                .collect(Collectors.joining(", "));
        var types = new ArrayList<ColumnType>();
        try (var answer = desk.query("SELECT " + tests + " FROM " + Names.quoted(staging), progress)) {
            var page = answer.page(0, 1, progress);
            for (int column = 0; column < names.size(); column++) {
                var type = ColumnType.TEXT;
                for (int i = candidates.size() - 1; i >= 0; i--) {
                    boolean fits = page.integer(column * candidates.size() + i, 0) == 1;
                    type = fits ? candidates.get(i) : type;
                }
                types.add(type);
            }
        }
        return types;
    }

    /// 1 where all values (at least one) are of the type; an empty field is none. A number with a leading zero is a
    /// code and stays text.
    private static String test(String name, ColumnType type) {
        var shape = switch (type) {
            case INTEGER -> "^[+-]?(0|[1-9][0-9]*)$";
            case DOUBLE -> "^[+-]?(0|[1-9][0-9]*)?(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";
            case BOOLEAN -> "^(true|false|TRUE|FALSE|True|False)$";
            case DATE -> "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
            case TIMESTAMP -> "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?$";
            case TEXT, DECIMAL, OTHER -> throw new IllegalArgumentException("not inferred: " + type);
        };
        return "CAST(coalesce(count(" + name + ") > 0 AND bool_and(regexp_matches(" + name + ", '" + shape
                + "') AND TRY_CAST(" + name + " AS " + sqlType(type) + ") IS NOT NULL) FILTER (" + name
                + " IS NOT NULL), false) AS BIGINT)";
    }

    private static String sqlType(ColumnType type) {
        return switch (type) {
            case TEXT, OTHER -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(38,9)";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    private Problem problem(String code, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = file.getFileName();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Problem.of(Kind.INPUT, CsvFile.class, code, arguments);
    }
}
