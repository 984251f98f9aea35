package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.run.Failures;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.engine.run.Presence;
import io.poseidon.workbench.engine.run.Question;
import io.poseidon.workbench.engine.run.Watch;
import io.poseidon.workbench.engine.scan.ArrowScan;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// An in-memory DuckDB that sees the tables given and nothing else: no file, no network, no extension, no setting can
/// be reached or changed once it is open. Tables are read in place up to a million rows; a larger one is copied once,
/// since every question on it would pay for the reading.
///
/// What runs here is text regenerated from an approved tree, never what a person typed. Failures come out as codes:
/// the engine's own words, which may quote a value, stay inside. Safe for any thread. Close answers first, then the
/// session, then the tables.
public final class LockedSession implements AutoCloseable {

    /// Rows up to which a table stays where it is.
    public static final long IN_PLACE = 1_000_000;

    private final Engine engine;
    private final Limits limits;
    private final DuckDBConnection connection;
    private final Presence presence = new Presence();
    private final List<ArrowScan> shown = new ArrayList<>();

    private LockedSession(Engine engine, Limits limits, DuckDBConnection connection) {
        this.engine = engine;
        this.limits = limits;
        this.connection = connection;
    }

    /// At once where no table is copied, see [#copies].
    public static LockedSession open(Engine engine, List<ArrowTable> tables, Limits limits) {
        return open(engine, tables, limits, Progress.NONE);
    }

    /// Copying a large table takes seconds: a job's.
    public static LockedSession open(Engine engine, List<ArrowTable> tables, Limits limits, Progress progress) {
        var connection = Engine.connect();
        try {
            bound(connection, limits);
            see(connection, tables, limits.threads());
            for (var table : tables) {
                if (copies(table)) {
                    copy(connection, table, limits, progress);
                }
            }
            lock(connection);
            return new LockedSession(engine, limits, connection);
        } catch (SQLException e) {
            abandon(connection);
            throw Failures.of(e);
        } catch (RuntimeException e) {
            abandon(connection);
            throw e;
        }
    }

    /// Whether a session copies that table when it opens.
    public static boolean copies(ArrowTable table) {
        return table.count() > IN_PLACE;
    }

    /// Runs a SELECT up to its first rows.
    public Answer query(String sql, Progress progress) {
        return presence.during(() -> new Answer(engine, new Question(connection, sql, limits, presence), progress));
    }

    /// Waits for the engine's work on questions, so cancel them first. Answers that are still open give no more rows
    /// then: nothing reads the tables any more.
    @Override
    public void close() {
        presence.end();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Shows more tables, in place; they must outlive what is asked of them. `turn` is new for each set.
    void show(List<ArrowTable> tables, String turn) {
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                var function = "scan " + turn + " of " + table.name();
                shown.add(see(connection, statement, table, function, limits.threads()));
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Takes shown tables away, for good.
    void hide(List<ArrowTable> tables) {
        shown.forEach(ArrowScan::end);
        shown.clear();
        try {
            for (var table : tables) {
                execute(connection, "DROP VIEW " + Names.quoted(table.name()));
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Names the tables before anything is locked.
    static void see(DuckDBConnection connection, List<ArrowTable> tables, int threads) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                see(connection, statement, table, threads);
            }
        }
    }

    private static void see(DuckDBConnection connection, Statement statement, ArrowTable table, int threads)
            throws SQLException {
        see(connection, statement, table, "scan of " + table.name(), threads);
    }

    /// `function` must be new: one of the same name goes on reading the table that it was made for.
    static ArrowScan see(
            DuckDBConnection connection, Statement statement, ArrowTable table, String function, int threads)
            throws SQLException {
        var scan = ArrowScan.register(connection, function, table.batches(), threads);
        statement.execute("CREATE VIEW " + Names.quoted(table.name()) + " AS FROM " + Names.quoted(function) + "()");
        return scan;
    }

    /// Where the session's memory does not hold the copy, the table stays in place.
    private static void copy(DuckDBConnection connection, ArrowTable table, Limits limits, Progress progress)
            throws SQLException {
        var name = Names.quoted(table.name());
        var copy = Names.quoted("copy of " + table.name());
        try (var statement = connection.prepareStatement("CREATE TABLE " + copy + " AS FROM " + name)) {
            var copying = (DuckDBPreparedStatement) statement;
            new Watch(limits.time()).over(copying, progress, copying::execute);
        } catch (Problem tooLarge) {
            execute(connection, "DROP TABLE IF EXISTS " + copy);
            return;
        }
        execute(connection, "DROP VIEW " + name);
        execute(connection, "ALTER TABLE " + copy + " RENAME TO " + name);
    }

    private static void abandon(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void bound(DuckDBConnection connection, Limits limits) throws SQLException {
        set(
                connection,
                "TimeZone='UTC'",
                "memory_limit='" + limits.memoryBytes() / 1_000 + "KB'",
                "threads=" + limits.threads(),
                "max_temp_directory_size='0KB'");
    }

    /// Last, since nothing can be set after it.
    private static void lock(DuckDBConnection connection) throws SQLException {
        set(
                connection,
                "max_expression_depth=250",
                "enable_progress_bar=true",
                "enable_progress_bar_print=false",
                "progress_bar_time=0",
                "allow_unredacted_secrets=false",
                "enable_external_access=false",
                "lock_configuration=true");
    }

    private static void set(DuckDBConnection connection, String... settings) throws SQLException {
        for (var setting : settings) {
            execute(connection, "SET " + setting);
        }
    }
}
