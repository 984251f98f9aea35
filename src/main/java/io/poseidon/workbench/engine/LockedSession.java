package io.poseidon.workbench.engine;

import io.poseidon.workbench.job.Progress;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;

/// An in-memory DuckDB that sees the tables given and nothing else: no file, no network, no extension, no setting can
/// be reached or changed once it is open. Tables are read in place.
///
/// What runs here is text regenerated from an approved tree, never what a person typed. Failures come out as codes:
/// the engine's own words, which may quote a value, stay inside. Safe for any thread. Close answers first, then the
/// session, then the tables.
public final class LockedSession implements AutoCloseable {

    private final Engine engine;
    private final Limits limits;
    private final DuckDBConnection connection;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private LockedSession(Engine engine, Limits limits, DuckDBConnection connection) {
        this.engine = engine;
        this.limits = limits;
        this.connection = connection;
    }

    public static LockedSession open(Engine engine, List<ArrowTable> tables, Limits limits) {
        var connection = Engine.connect();
        try {
            see(connection, tables, limits.threads());
            lock(connection, limits);
            return new LockedSession(engine, limits, connection);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /// Runs a SELECT up to its first rows.
    public Answer query(String sql, Progress progress) {
        inUse.readLock().lock();
        try {
            return new Answer(engine, new Question(connection, sql, limits), progress);
        } finally {
            inUse.readLock().unlock();
        }
    }

    /// Waits for questions that are being started; cancel them first.
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(e);
        } finally {
            inUse.writeLock().unlock();
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
        var function = "scan of " + table.name();
        ArrowScan.register(connection, function, table, threads);
        statement.execute("CREATE VIEW " + Names.quoted(table.name()) + " AS FROM " + Names.quoted(function) + "()");
    }

    /// The order matters: external access and the lock come last, since nothing can be set after them.
    private static void lock(DuckDBConnection connection, Limits limits) throws SQLException {
        var settings = new ArrayList<String>();
        settings.add("SET TimeZone='UTC'");
        settings.add("SET memory_limit='" + limits.memoryBytes() / 1_000 + "KB'");
        settings.add("SET threads=" + limits.threads());
        settings.add("SET max_temp_directory_size='0KB'");
        settings.add("SET max_expression_depth=250");
        settings.add("SET enable_progress_bar=true");
        settings.add("SET enable_progress_bar_print=false");
        settings.add("SET progress_bar_time=0");
        settings.add("SET allow_unredacted_secrets=false");
        settings.add("SET enable_external_access=false");
        settings.add("SET lock_configuration=true");
        try (var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute(setting);
            }
        }
    }
}
