package io.poseidon.workbench.engine.run;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.job.Ticker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// Stands beside native calls of one statement: passes progress on, and interrupts the statement when the work is
/// cancelled or its time is used up. The time runs only while a call is running, not while a person reads a page.
///
/// Calls come one after the other. What ticks beside them outlasts a short call, so that ten thousand calls cost a few
/// threads and not ten thousand.
public final class Watch {

    private static final Duration PACE = Duration.ofMillis(25);

    /// Here, so that no question runs where the driver has no way to be interrupted.
    private static final Interrupt INTERRUPT = new Interrupt();

    public interface Call<T> {
        T run() throws SQLException, java.io.IOException;
    }

    private record Running(DuckDBPreparedStatement statement, Progress progress, long started) {}

    private final Duration limit;
    private final Ticker ticker = new Ticker(PACE, this::tick);
    private Optional<Running> running = Optional.empty();
    private long usedNanos;
    private volatile boolean late;
    private volatile boolean interrupted;

    public Watch(Duration limit) {
        this.limit = limit;
    }

    public <T> T over(DuckDBPreparedStatement statement, Progress progress, Call<T> call) {
        progress.checkCancelled();
        begin(new Running(statement, progress, System.nanoTime()));
        ticker.start();
        try {
            return call.run();
        } catch (SQLException e) {
            throw cause(progress, Failures.of(e));
        } catch (java.io.IOException e) {
            throw cause(progress, Failures.of(new SQLException(e.getMessage())));
        } finally {
            end();
        }
    }

    /// Whether a call was interrupted, be it that it came to its end nevertheless: what ran is not to be used any more.
    boolean interrupted() {
        return interrupted;
    }

    private synchronized void begin(Running call) {
        running = Optional.of(call);
    }

    /// The statement is not touched any more once this has returned.
    private synchronized void end() {
        usedNanos += System.nanoTime() - running.orElseThrow().started();
        running = Optional.empty();
    }

    private RuntimeException cause(Progress progress, RuntimeException failure) {
        if (progress.isCancelled()) {
            return new CancelledException();
        }
        return late ? reason() : failure;
    }

    /// Why a call was interrupted.
    RuntimeException reason() {
        return late ? Failures.time(limit.toSeconds()) : new CancelledException();
    }

    private synchronized boolean tick() {
        running.ifPresent(this::look);
        return running.isPresent();
    }

    private void look(Running call) {
        try {
            late |= usedNanos + System.nanoTime() - call.started() > limit.toNanos();
            if (late || call.progress().isCancelled()) {
                interrupted = true;
                INTERRUPT.send((DuckDBConnection) call.statement().getConnection());
                return;
            }
            double percent = call.statement().getQueryProgress().getPercentage();
            if (percent >= 0) {
                call.progress().report(Math.min(1, percent / 100), "");
            }
        } catch (SQLException e) {
            // the statement ended between two ticks: there is nothing left to watch
        }
    }
}
