package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.rows.RowAnswers;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.rows.Timing;
import java.nio.file.Path;
import java.time.Duration;

/// The shard as it answers in earnest: nothing is added to [RowAnswers] and nothing taken away.
public final class ProtectedShard implements Shard {

    private final RowAnswers answers;

    private ProtectedShard(RowAnswers answers) {
        this.answers = answers;
    }

    public static ProtectedShard open(Engine engine, World world, Path folder, Timing timing) {
        var data = world.writeRows(folder);
        return new ProtectedShard(RowAnswers.open(engine, World.policy(), data, folder.resolve("state"), timing));
    }

    @Override
    public Heard ask(String asker, String sql) {
        long start = System.nanoTime();
        var reply = reply(asker, sql);
        return new Heard(reply, Duration.ofNanos(System.nanoTime() - start));
    }

    private Reply reply(String asker, String sql) {
        try {
            return switch (answers.answer(asker, sql, Progress.NONE)) {
                case RowReply.Answered answered -> told(answered);
                case RowReply.Refused refused ->
                    new Denied(
                            refused.decision().rule().name(),
                            refused.charge().rho().toDouble());
            };
        } catch (Problem failed) {
            return new Failed(failed.code(), 0);
        }
    }

    private static Told told(RowReply.Answered answered) {
        var lines = answered.rows().stream()
                .filter(row -> row.getLast().isPresent())
                .map(Line::of)
                .toList();
        double sigma =
                answered.noise().isEmpty() ? 0 : answered.noise().getLast().sigma();
        return new Told(lines, sigma, answered.charge().rho().toDouble());
    }

    @Override
    public void close() {
        answers.close();
    }
}
