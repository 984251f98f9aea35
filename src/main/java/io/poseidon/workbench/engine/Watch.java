package io.poseidon.workbench.engine;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.job.Ticker;
import java.sql.SQLException;
import java.time.Duration;
import org.duckdb.DuckDBPreparedStatement;

/// Stands beside native calls of one statement: passes progress on, and interrupts the statement when the work is
/// cancelled or its time is used up. The time runs only while a call is running, not while a person reads a page.
final class Watch {

    private static final Duration PACE = Duration.ofMillis(25);

    interface Call<T> {
        T run() throws SQLException, java.io.IOException;
    }

    private final Duration limit;
    private long usedNanos;
    private volatile boolean late;

    Watch(Duration limit) {
        this.limit = limit;
    }

    <T> T over(DuckDBPreparedStatement statement, Progress progress, Call<T> call) {
        progress.checkCancelled();
        long started = System.nanoTime();
        try (var ignored = Ticker.every(PACE, () -> tick(statement, progress, started))) {
            return call.run();
        } catch (SQLException e) {
            throw cause(progress, Failures.of(e));
        } catch (java.io.IOException e) {
            throw cause(progress, Failures.of(new SQLException(e.getMessage())));
        } finally {
            usedNanos += System.nanoTime() - started;
        }
    }

    private RuntimeException cause(Progress progress, RuntimeException failure) {
        if (progress.isCancelled()) {
            return new CancelledException();
        }
        return late ? Failures.time(limit.toSeconds()) : failure;
    }

    private void tick(DuckDBPreparedStatement statement, Progress progress, long started) {
        try {
            late |= usedNanos + System.nanoTime() - started > limit.toNanos();
            if (late || progress.isCancelled()) {
                statement.cancel();
                return;
            }
            double percent = statement.getQueryProgress().getPercentage();
            if (percent >= 0) {
                progress.report(Math.min(1, percent / 100), "");
            }
        } catch (SQLException e) {
            // the statement ended between two ticks: there is nothing left to watch
        }
    }
}
