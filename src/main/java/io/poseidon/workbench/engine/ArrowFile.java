package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.ipc.IpcSource;
import io.poseidon.workbench.engine.ipc.IpcStream;
import io.poseidon.workbench.engine.scan.OpenedStream;
import io.poseidon.workbench.engine.scan.StreamScan;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;

/// One Arrow file or stream that statements of a desk read in place, batch by batch. Nobody needs to vouch for it: what
/// is broken in it is a [Problem]. Closed by its desk, after the desk's connection.
final class ArrowFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Desk desk;
    private final Path file;
    private final int start;
    private final BufferAllocator allocator;
    private final IpcStream.Head head;
    private final long declaredRows;
    private final StreamScan scan;

    /// `start` is where the stream begins in the file.
    ArrowFile(Desk desk, Engine engine, Path file, int start, int threads) {
        this.desk = desk;
        this.file = file;
        this.start = start;
        this.allocator = engine.allocator(name());
        allocator.setLimit(ArrowTable.largest());
        boolean done = false;
        try (var channel = FileChannel.open(file)) {
            var stream = stream(channel);
            this.head = stream.begin();
            this.declaredRows = stream.declaredRows();
            this.scan = new StreamScan(head, declaredRows, threads, this::open);
            done = true;
        } catch (IOException e) {
            throw Desk.unreadable(file, e);
        } finally {
            if (!done) {
                allocator.close();
            }
        }
    }

    /// Under a name, for all connections of a database.
    void register(DuckDBConnection connection, String function) throws SQLException {
        DuckDBFunctions.tableFunction()
                .withName(function)
                .withProjectionPushdown()
                .withFunction(scan)
                .register(connection);
    }

    List<TableColumn> columns() {
        return head.columns();
    }

    long declaredRows() {
        return declaredRows;
    }

    /// Runs a statement without result that reads the file.
    void scan(String statement, Progress progress) {
        scan.begin(progress);
        try {
            desk.run(statement, progress);
        } catch (Problem problem) {
            throw scan.failure().orElse(problem);
        } finally {
            scan.end();
        }
    }

    @Override
    public void close() {
        Closing.all(scan::end, allocator);
    }

    /// A file that is no longer what it was is not read: its columns were told to the engine.
    private OpenedStream open(Progress progress) {
        try {
            var channel = FileChannel.open(file);
            boolean done = false;
            try {
                long size = channel.size();
                var stream = stream(channel);
                if (!stream.begin().schema().equals(head.schema())) {
                    throw stream.damaged();
                }
                done = true;
                return new OpenedStream(stream, channel, () -> report(channel, size, progress));
            } finally {
                if (!done) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw Desk.unreadable(file, e);
        }
    }

    private IpcStream stream(FileChannel channel) throws IOException {
        channel.position(start);
        var in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        return new IpcStream(new IpcSource.Arriving(in, allocator), name(), allocator);
    }

    private static void report(FileChannel channel, long size, Progress progress) {
        progress.checkCancelled();
        try {
            progress.report((double) channel.position() / size, "");
        } catch (IOException e) {
            // whoever reads on will find out
        }
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
