package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.engine.text.SqlText;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.duckdb.DuckDBConnection;

/// The query engine of one process: Arrow's memory and the SQL parser. Started once, closed by the composition root
/// after everything that was opened with it; closing reports memory that somebody forgot to give back. The native
/// library is loaded when the first text is parsed or the first session opened, not before.
///
/// Safe for use by any thread. Arrow memory is limited to half of the machine's; DuckDB has its own limit per session.
public final class Engine implements AutoCloseable {

    private final BufferAllocator allocator;
    private final SqlText sqlText;

    private Engine(BufferAllocator allocator, SqlText sqlText) {
        this.allocator = allocator;
        this.sqlText = sqlText;
    }

    public static Engine start() {
        var allocator = new RootAllocator(Limits.machineMemory() / 2);
        return new Engine(allocator, new SqlText(Engine::connect));
    }

    /// The one parser: text to tree and back.
    public SqlText sqlText() {
        return sqlText;
    }

    /// Bytes of Arrow memory held at this moment.
    public long memoryInUse() {
        return allocator.getAllocatedMemory();
    }

    /// The most that [#memoryInUse] ever was.
    public long mostMemoryInUse() {
        return allocator.getPeakMemoryAllocation();
    }

    @Override
    public void close() {
        Closing.all(sqlText, allocator);
    }

    /// One allocator per table or operation, so that a leak has a name.
    BufferAllocator allocator(String owner) {
        return allocator.newChildAllocator(owner, 0, Long.MAX_VALUE);
    }

    /// A fresh in-memory database that never fetches an extension and never spills to disk; results are streamed.
    ///
    /// The engine computes ahead by no more than a processor's cache holds: by its default of a megabyte,
    /// rows are out of it again when they are read, and rare ones come late. Duplicates do the same.
    static DuckDBConnection connect() {
        var properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("temp_directory", "");
        try {
            var connection =
                    DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
            try (var statement = connection.createStatement()) {
                statement.execute("SET streaming_buffer_size='64KB'");
            }
            return connection;
        } catch (SQLException e) {
            throw Problem.of(Kind.SURROUNDINGS, Engine.class, "engine-unavailable")
                    .because(e);
        }
    }
}
