package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import java.util.Optional;

/// Opens shards, one at a time: the one before is closed first, so that its holder's folder is free again. Calls take
/// turns and may wait for a question that runs; in jobs.
public final class ShardDesk implements AutoCloseable {

    private final Engine engine;
    private final ShardSeat seat;
    private Optional<ShardQueries> open = Optional.empty();

    public ShardDesk(Engine engine, ShardSeat seat) {
        this.engine = engine;
        this.seat = seat;
    }

    public synchronized ShardQueries open(Shard shard, Progress progress) {
        close();
        var files = shard.finding().find(progress);
        progress.checkCancelled();
        var queries = ShardQueries.open(engine, shard.name(), files, seat);
        open = Optional.of(queries);
        return queries;
    }

    /// Closes it, unless another is open by now.
    public synchronized void leave(ShardQueries queries) {
        if (open.filter(now -> now == queries).isPresent()) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        open.ifPresent(ShardQueries::close);
        open = Optional.empty();
    }
}
