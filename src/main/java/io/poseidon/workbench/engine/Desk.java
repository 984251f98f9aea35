package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.run.Failures;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.engine.run.Presence;
import io.poseidon.workbench.engine.run.Question;
import io.poseidon.workbench.engine.run.Watch;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// An unlocked in-memory DuckDB for one's own data: contributions to be sealed, a shard's rows, a file to be judged.
/// Runs SQL that the application wrote, never a stranger's. Nothing spills to disk and nothing is fetched.
///
/// Safe for any thread; statements take turns. Close answers first, then the desk, then tables put on it.
public final class Desk implements AutoCloseable {

    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
    private static final byte[] ARROW_FILE = {'A', 'R', 'R', 'O', 'W', '1', 0, 0};
    private static final byte[] ARROW_STREAM = {-1, -1, -1, -1};

    private final Engine engine;
    private final Limits limits;
    private final DuckDBConnection connection;
    private final List<ArrowFile> streamed = new ArrayList<>();
    private final Presence presence = new Presence();
    private int seen;

    private Desk(Engine engine, Limits limits) {
        this.engine = engine;
        this.limits = limits;
        this.connection = Engine.connect();
    }

    public static Desk open(Engine engine) {
        return open(engine, Limits.trusted());
    }

    public static Desk open(Engine engine, Limits limits) {
        var desk = new Desk(engine, limits);
        desk.run("SET TimeZone='UTC'");
        desk.run("SET memory_limit='" + limits.memoryBytes() / 1_000 + "KB'");
        desk.run("SET threads=" + limits.threads());
        desk.run("SET enable_progress_bar=true");
        desk.run("SET enable_progress_bar_print=false");
        desk.run("SET progress_bar_time=0");
        return desk;
    }

    /// Loads a file as a table and tells its columns: Parquet and Arrow (stream or file) by their first bytes, anything
    /// else as CSV with types inferred from all of its values.
    public List<TableColumn> load(String table, Path file, Progress progress) {
        var start = firstBytes(file);
        if (startsWith(start, PARQUET)) {
            parquet("TABLE", table, file, progress);
        } else if (startsWith(start, ARROW_FILE)) {
            loadArrow(table, file, ARROW_FILE.length, progress);
        } else if (startsWith(start, ARROW_STREAM)) {
            loadArrow(table, file, 0, progress);
        } else {
            new CsvFile(this, file, progress).loadTyped(table);
        }
        return columns(table);
    }

    /// For reading once: a CSV file keeps every column as text, so that the caller can judge each value, and a Parquet
    /// file is read in place instead of being loaded.
    public List<TableColumn> loadAsText(String table, Path file, Progress progress) {
        var start = firstBytes(file);
        if (startsWith(start, PARQUET)) {
            parquet("VIEW", table, file, progress);
            return columns(table);
        }
        boolean typed = startsWith(start, ARROW_FILE) || startsWith(start, ARROW_STREAM);
        return typed ? load(table, file, progress) : loadCsvAsText(table, file, progress);
    }

    /// Makes a file readable in place under a table's name, for statements that go over all of it: nothing is loaded.
    public FileScan scan(String table, Path file, Progress progress) {
        var start = firstBytes(file);
        if (startsWith(start, PARQUET)) {
            parquet("VIEW", table, file, progress);
        } else if (startsWith(start, ARROW_FILE)) {
            return show(table, file, ARROW_FILE.length);
        } else if (startsWith(start, ARROW_STREAM)) {
            return show(table, file, 0);
        } else {
            var csv = new CsvFile(this, file, progress);
            csv.show(table);
            return new FileScan.Csv(csv);
        }
        return new FileScan.Typed(this, table);
    }

    /// Loads a CSV file strictly. Every column named in `types` must be there and hold that type; other columns are
    /// text. The first line holds the names; a broken row is a [Problem] with its line and column.
    public List<TableColumn> loadCsv(String table, Path file, Map<String, ColumnType> types, Progress progress) {
        new CsvFile(this, file, progress).load(table, types);
        return columns(table);
    }

    /// Loads a CSV file with every column as text, so that the caller can judge each value.
    public List<TableColumn> loadCsvAsText(String table, Path file, Progress progress) {
        return loadCsv(table, file, Map.of(), progress);
    }

    /// Makes a table visible in place; it stays its owner's and must outlive the desk. What was seen under its name
    /// before is seen no more.
    public synchronized void put(ArrowTable table) {
        drop(table.name());
        try (var statement = connection.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS " + Names.quoted(table.name()));
            seen++;
            LockedSession.see(connection, statement, table, "scan " + seen + " of " + table.name(), limits.threads());
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Makes a reader's batches visible as a table that one statement of `use` may read, once; closes the reader.
    synchronized void readOnce(String table, ArrowReader reader, BufferAllocator allocator, Runnable use) {
        try (var stream = ArrowArrayStream.allocateNew(allocator)) {
            Data.exportArrayStream(allocator, reader, stream);
            try {
                connection.registerArrowStream(table, stream);
                use.run();
            } finally {
                if (stream.snapshot().release != 0) {
                    stream.release();
                }
            }
        }
    }

    /// The columns of a table, in order.
    public List<TableColumn> columns(String table) {
        try (var answer = query("FROM " + Names.quoted(table) + " LIMIT 0", Progress.NONE)) {
            return answer.columns();
        }
    }

    /// Runs a statement that has no result.
    public void run(String sql) {
        run(sql, Progress.NONE);
    }

    public synchronized void run(String sql, Progress progress) {
        try (var statement = (DuckDBPreparedStatement) connection.prepareStatement(sql)) {
            new Watch(limits.time()).over(statement, progress, statement::execute);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Runs a SELECT up to its first rows.
    public Answer query(String sql, Progress progress) {
        return new Answer(engine, new Question(connection, sql, limits, presence), progress);
    }

    /// The first row as texts, from the desk's own connection: temporary tables are seen by no other.
    synchronized Optional<List<String>> firstRow(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                return Optional.empty();
            }
            var row = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.add(String.valueOf(rows.getObject(i)));
            }
            return Optional.of(row);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public synchronized void close() {
        presence.end();
        Closing.all(this::disconnect, () -> Closing.all(streamed));
    }

    private void disconnect() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Gives back the memory of a table that was loaded; anything else under that name stays.
    public void drop(String table) {
        var own = "SELECT 1 FROM duckdb_tables() WHERE table_name = " + Names.literal(table);
        if (firstRow(own).isPresent()) {
            run("DROP TABLE " + Names.quoted(table));
        }
    }

    private FileScan show(String table, Path file, int start) {
        var function = "stream of " + table;
        var arrow = reading(file, start, function);
        run("CREATE VIEW " + Names.quoted(table) + " AS FROM " + Names.quoted(function) + "()");
        return new FileScan.Arrow(arrow);
    }

    private void parquet(String kind, String table, Path file, Progress progress) {
        try {
            run(
                    "CREATE " + kind + " " + Names.quoted(table) + " AS FROM read_parquet("
                            + Names.literal(file.toString()) + ")",
                    progress);
        } catch (Problem problem) {
            throw problem.code().equals("query-memory")
                    ? problem
                    : Problem.of(Kind.INPUT, Desk.class, "parquet-unreadable", file.getFileName())
                            .because(problem);
        }
    }

    /// Copied batch by batch into the desk's own memory, which is limited: the file as a whole is never held.
    private void loadArrow(String table, Path file, int start, Progress progress) {
        reading(file, start, "load of " + table)
                .scan(
                        "CREATE TABLE " + Names.quoted(table) + " AS FROM " + Names.quoted("load of " + table) + "()",
                        progress);
    }

    private synchronized ArrowFile reading(Path file, int start, String function) {
        var arrow = new ArrowFile(this, engine, file, start, limits.threads());
        streamed.add(arrow);
        try {
            arrow.register(connection, function);
            return arrow;
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static byte[] firstBytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static Problem unreadable(Path file, IOException cause) {
        return Problem.of(Kind.INPUT, Desk.class, "file-unreadable", file).because(cause);
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && java.util.Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
