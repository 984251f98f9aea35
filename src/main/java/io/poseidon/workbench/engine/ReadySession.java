package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.run.Limits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A locked session that is kept and shows one set of tables after another, since to open one takes longer than a small
/// question. Questions leave nothing behind: they are SELECTs, nothing can be set, and each sees its own tables only.
/// A session on which anything failed is closed, and so is one that has shown many sets; the next one is opened when it
/// is needed.
///
/// One thread at a time. The owner closes it.
public final class ReadySession implements AutoCloseable {

    /// Sets of tables for one session: it keeps a trace of each that was shown.
    private static final int MOST = 256;

    private final Engine engine;
    private final Limits limits;
    private Optional<LockedSession> session = Optional.empty();
    private int shown;

    public ReadySession(Engine engine, Limits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /// `work` must close its answers; the tables are the caller's.
    public <T> T over(List<ArrowTable> tables, Function<LockedSession, T> work) {
        if (tables.stream().anyMatch(LockedSession::copies)) {
            try (var own = LockedSession.open(engine, tables, limits)) {
                return work.apply(own);
            }
        }
        var now = session.orElseGet(() -> LockedSession.open(engine, List.of(), limits));
        session = Optional.of(now);
        boolean again = false;
        try {
            now.show(tables, String.valueOf(++shown));
            var result = work.apply(now);
            now.hide(tables);
            again = shown < MOST;
            return result;
        } finally {
            if (!again) {
                close();
            }
        }
    }

    @Override
    public void close() {
        var last = session;
        session = Optional.empty();
        shown = 0;
        last.ifPresent(LockedSession::close);
    }
}
