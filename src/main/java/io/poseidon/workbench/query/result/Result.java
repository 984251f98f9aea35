package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.Answer;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.job.Held;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.gate.Pass;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The answer to an approved question with what is known about its uncertainty. The receiver closes it, once,
/// before the [Venue] it came from; closing waits for nobody, and whoever holds it may go on with it. Safe for any
/// thread; calls take turns.
public final class Result implements AutoCloseable {

    /// Where the rows come from.
    public record Run(Engine engine, LockedSession session, Answer answer) {}

    private final Engine engine;
    private final LockedSession session;
    private final Answer answer;
    private final Asked asked;
    private final List<ResultColumn> columns;
    private final Held held;
    private final AtomicBoolean takenBack = new AtomicBoolean();

    /// `after` lets go of what this stands on.
    public Result(Run run, Asked asked, List<ResultColumn> columns, Runnable after) {
        this.engine = run.engine();
        this.session = run.session();
        this.answer = run.answer();
        this.asked = asked;
        this.columns = List.copyOf(columns);
        this.held = new Held(() -> {
            answer.close();
            after.run();
        });
    }

    public List<ResultColumn> columns() {
        return columns;
    }

    /// The text that ran: regenerated, never as typed.
    public String sql() {
        return asked.sql();
    }

    /// What an export says of itself.
    public Map<String, String> metadata() {
        return asked.metadata();
    }

    public IntervalPlan plan() {
        return asked.plan();
    }

    /// By which every copy, file, picture or record of this leaves.
    public Pass pass() {
        return asked.pass();
    }

    /// The number of rows, once the end has been seen.
    public OptionalLong rows() {
        return answer.rows();
    }

    public long countRows(Progress progress) {
        return reading(() -> answer.countRows(progress));
    }

    /// At most `count` rows from `offset` on, with their intervals.
    public ResultPage page(long offset, int count, Progress progress) {
        return reading(() -> new ResultPage(answer.page(offset, count, progress), columns, asked.plan()));
    }

    /// Runs the question from the start and hands over all rows in turn; a batch is valid during its call.
    public void scan(Progress progress, Consumer<ResultPage> each) {
        reading(() -> {
            answer.scan(progress, rows -> each.accept(new ResultPage(rows, columns, asked.plan())));
            return progress;
        });
    }

    /// The same question without what is computed beside it, for files that hold exactly the columns asked for.
    Answer plainAnswer(Progress progress) {
        return session.query(asked.plain(), progress);
    }

    /// All rows in memory, with what was computed beside them; for the caller to close.
    ArrowTable toTable(String name, Progress progress) {
        return reading(() -> answer.toTable(name, progress));
    }

    /// The line of the log says that this was answered; where rows further down cannot be had, another takes it back.
    private <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (Problem failed) {
            if (!takenBack.getAndSet(true)) {
                asked.pass().failed(failed.code());
            }
            throw failed;
        }
    }

    Engine engine() {
        return engine;
    }

    /// For work that goes on when the owner has closed this, such as a file that is being written.
    public Held.Hold hold() {
        return held.hold();
    }

    @Override
    public void close() {
        held.close();
    }
}
