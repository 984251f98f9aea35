package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.engine.batch.Columnar;
import io.poseidon.workbench.engine.batch.KeptRows;
import io.poseidon.workbench.engine.batch.Page;
import io.poseidon.workbench.engine.batch.TableBatches;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.engine.run.Question;
import io.poseidon.workbench.engine.run.ResultStream;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Grace;
import io.poseidon.workbench.job.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/// The result of a question, computed as it is read: pages forward cost what they show, going back further than the
/// last rows that fit into memory runs the question again. Close it before its session. Safe for any thread; calls take
/// turns, but closing waits for none: whoever is at work frees it when that has come to its end.
public final class Answer implements AutoCloseable {

    /// Memory for rows that were seen and may be wanted again.
    private static final long KEPT_BYTES = 64 << 20;

    /// A run that is interrupted is lost, so a page that is no longer wanted ends between two batches if it can.
    private static final Duration GRACE = Duration.ofMillis(100);

    private final Engine engine;
    private final Question question;
    private final BufferAllocator allocator;
    private final List<Cells> cells;
    private final List<TableColumn> columns;
    private final KeptRows kept = new KeptRows();
    private final ReentrantLock turn = new ReentrantLock();
    private ResultStream stream;
    private volatile OptionalLong rows = OptionalLong.empty();
    private boolean paged;
    private boolean torn;
    private boolean freed;
    private volatile boolean closed;

    /// Runs the question up to its first rows.
    Answer(Engine engine, Question question, Progress progress) {
        this.engine = engine;
        this.question = question;
        this.allocator = engine.allocator("answer");
        try {
            this.stream = new ResultStream(question, allocator, progress);
        } catch (RuntimeException e) {
            allocator.close();
            throw e;
        }
        this.cells = stream.cells();
        this.columns = Batch.columns(stream.schema().getFields(), cells);
        try {
            pull(progress);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public List<TableColumn> columns() {
        return columns;
    }

    /// The number of rows, once the end has been seen.
    public OptionalLong rows() {
        return rows;
    }

    /// The number of rows, counted by running to the end if need be.
    public long countRows(Progress progress) {
        return inTurn(() -> {
            if (rows.isEmpty()) {
                var counted = new long[1];
                scan(progress, batch -> counted[0] += batch.count());
                rows = OptionalLong.of(counted[0]);
            }
            return rows.getAsLong();
        });
    }

    /// At most `count` rows from `offset` on.
    public Page page(long offset, int count, Progress progress) {
        return inTurn(() -> paged(offset, count, progress));
    }

    private Page paged(long offset, int count, Progress progress) {
        requireOpen();
        paged = true;
        progress.checkCancelled();
        if (offset < kept.from() || torn) {
            restart(progress);
        }
        while (kept.to() <= offset + count && !atEnd()) {
            progress.checkCancelled();
            pull(new Grace(progress, GRACE));
            trim(offset);
        }
        var page = new Page(columns, offset, kept.copy(offset, count), atEnd() && offset + count >= kept.to());
        trim(kept.to());
        return page;
    }

    /// Hands over all rows in turn, from the start; a batch is valid during its call. Before the first page this goes
    /// on with the run there is, later it runs the question again.
    public void scan(Progress progress, Consumer<Columnar> each) {
        scanBatches(progress, each::accept);
    }

    /// All rows as a table of its own, for the caller to close.
    public ArrowTable toTable(String name, Progress progress) {
        return inTurn(() -> table(name, progress));
    }

    private ArrowTable table(String name, Progress progress) {
        var own = engine.allocator(name);
        var batches = new ArrayList<Batch>();
        try {
            // the engine's own structures stay with the batches, so they belong to the table too
            var schema = scanBatches(own, progress, batch -> batches.add(batch.shared(own)));
            return new ArrowTable(name, own, new TableBatches(schema, cells, batches));
        } catch (RuntimeException e) {
            batches.forEach(Batch::close);
            own.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        freeUnlessAtWork();
    }

    /// Whoever is at work looks here again when it has ended.
    private void freeUnlessAtWork() {
        if (turn.tryLock()) {
            try {
                free();
            } finally {
                turn.unlock();
            }
        }
    }

    private void free() {
        if (!freed && turn.getHoldCount() == 1) {
            freed = true;
            Closing.all(kept, stream, allocator);
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
            if (closed) {
                freeUnlessAtWork();
            }
        }
    }

    Schema schema() {
        return stream.schema();
    }

    /// Makes the rows of one more run readable as a table of the desk while `use` runs; the table can be read once.
    void feed(Desk desk, String table, Progress progress, Runnable use) {
        inTurn(() -> {
            requireOpen();
            try (var run = new ResultStream(question, allocator, progress)) {
                desk.readOnce(table, run.handOver(), allocator, use);
            }
            return table;
        });
    }

    Schema scanBatches(Progress progress, Consumer<Batch> each) {
        return inTurn(() -> scanned(progress, each));
    }

    private Schema scanned(Progress progress, Consumer<Batch> each) {
        boolean isWhole = kept.from() == 0 && !freed;
        if (isWhole && atEnd()) {
            kept.each(each);
            return schema();
        }
        return isWhole && !paged ? passOn(progress, each) : scanBatches(allocator, progress, each);
    }

    /// The rows of the run there is; whoever wants rows after that starts another.
    private Schema passOn(Progress progress, Consumer<Batch> each) {
        kept.giveUp(batch -> {
            each.accept(batch);
            progress.checkCancelled();
        });
        while (stream.pass(progress, each)) {
            progress.checkCancelled();
        }
        rows = OptionalLong.of(stream.rows());
        return schema();
    }

    private Schema scanBatches(BufferAllocator allocator, Progress progress, Consumer<Batch> each) {
        requireOpen();
        try (var run = new ResultStream(question, allocator, progress)) {
            while (run.pass(progress, each)) {
                progress.checkCancelled();
            }
            return run.schema();
        }
    }

    private boolean atEnd() {
        return rows.isPresent() && kept.to() >= rows.getAsLong();
    }

    private void requireOpen() {
        if (freed) {
            throw new CancelledException();
        }
    }

    private void pull(Progress progress) {
        requireOpen();
        torn = true;
        var next = stream.next(progress);
        torn = false;
        next.ifPresentOrElse(kept::add, () -> rows = OptionalLong.of(kept.to()));
    }

    private void restart(Progress progress) {
        torn = true;
        kept.close();
        stream.close();
        stream = new ResultStream(question, allocator, progress);
        torn = false;
    }

    /// Forgets the oldest rows in front of a row, as far as memory asks for it.
    private void trim(long row) {
        kept.trim(row, () -> allocator.getAllocatedMemory() > KEPT_BYTES);
    }
}
