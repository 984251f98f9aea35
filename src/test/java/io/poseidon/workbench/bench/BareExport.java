package io.poseidon.workbench.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/// The engine alone: a result streamed as Arrow batches from a bare connection, and nothing done with them. The owner
/// closes it.
final class BareExport implements AutoCloseable {

    private static final long BATCH = 16_384;

    private final Connection connection;

    BareExport(String table, int threads) {
        var properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("threads", String.valueOf(threads));
        try {
            this.connection = DriverManager.getConnection("jdbc:duckdb:", properties);
            try (var statement = connection.createStatement()) {
                statement.execute(table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql) {
        try (var allocator = new RootAllocator();
                var statement = connection.prepareStatement(sql);
                var result = (DuckDBResultSet) statement.executeQuery();
                var reader = (ArrowReader) result.arrowExportStream(allocator, BATCH)) {
            while (reader.loadNextBatch()) {
                reader.getVectorSchemaRoot();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
