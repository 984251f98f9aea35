package io.poseidon.workbench.engine.run;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.sql.SQLException;
import java.util.Locale;

/// Engine failures as stable codes. The engine's own text may print a value of the data (a failed cast does), so it
/// never leaves: not into the problem, and not as its cause, which a log would print.
public final class Failures {

    private Failures() {}

    public static RuntimeException of(SQLException failure) {
        var text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("interrupt")) {
            return new CancelledException();
        }
        if (text.contains("out of memory")) {
            return memory();
        }
        if (text.contains("binder error") || text.contains("catalog error")) {
            return Problem.of(Kind.INPUT, Failures.class, "query-unbound");
        }
        if (text.contains("permission error") || text.contains("configuration has been locked")) {
            return Problem.of(Kind.REFUSED, Failures.class, "query-forbidden");
        }
        return Problem.of(Kind.INPUT, Failures.class, "query-failed");
    }

    static Problem memory() {
        return Problem.of(Kind.INPUT, Failures.class, "query-memory");
    }

    static Problem time(long seconds) {
        return Problem.of(Kind.INPUT, Failures.class, "query-time", seconds);
    }

    static Problem rows(long limit) {
        return Problem.of(Kind.INPUT, Failures.class, "query-rows", limit);
    }
}
