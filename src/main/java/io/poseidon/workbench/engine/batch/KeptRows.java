package io.poseidon.workbench.engine.batch;

import io.poseidon.workbench.job.Closing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rows of a run that were seen and may be wanted again: without a gap, the oldest forgotten first. Whoever made it
/// closes it; one thread at a time.
public final class KeptRows implements AutoCloseable {

    private final Deque<Batch> batches = new ArrayDeque<>();
    private long from;
    private long to;

    /// The first row that is kept.
    public long from() {
        return from;
    }

    /// The row behind the last one that is kept.
    public long to() {
        return to;
    }

    /// The rows that follow, to be closed here.
    public void add(Batch next) {
        batches.add(next);
        to += next.count();
    }

    public void each(Consumer<Batch> use) {
        batches.forEach(use);
    }

    /// Hands them over, each for the time of its call, and keeps nothing of this run from here on.
    public void giveUp(Consumer<Batch> use) {
        from = Long.MAX_VALUE;
        to = Long.MAX_VALUE;
        try {
            while (!batches.isEmpty()) {
                try (var batch = batches.removeFirst()) {
                    use.accept(batch);
                }
            }
        } finally {
            closeBatches();
        }
    }

    /// Forgets the oldest rows in front of a row, one batch after the other, while that is asked for.
    public void trim(long row, BooleanSupplier isTooMuch) {
        while (batches.size() > 1
                && isTooMuch.getAsBoolean()
                && from + batches.getFirst().count() <= row) {
            try (var oldest = batches.removeFirst()) {
                from += oldest.count();
            }
        }
    }

    /// At most `count` rows from `offset` on, as far as they are kept.
    public List<@Nullable Object[]> copy(long offset, int count) {
        var rows = new ArrayList<@Nullable Object[]>();
        long start = from;
        for (var batch : batches) {
            long first = Math.max(offset - start, 0);
            long last = Math.min(offset + count - start, batch.count());
            if (first < last) {
                rows.addAll(batch.copy((int) first, (int) last));
            }
            start += batch.count();
        }
        return rows;
    }

    /// Forgets all of them, for a run from the first row on.
    @Override
    public void close() {
        from = 0;
        to = 0;
        closeBatches();
    }

    private void closeBatches() {
        var all = List.copyOf(batches);
        batches.clear();
        Closing.all(all);
    }
}
