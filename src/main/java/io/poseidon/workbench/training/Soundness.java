package io.poseidon.workbench.training;

import io.poseidon.workbench.training.features.Moments;
import io.poseidon.workbench.training.features.Statistics;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.RowBand;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether an answer fits its question: right kind, round, model, shape and size, and numbers that can be. It cannot
/// tell a clever lie from the truth; it keeps garbage out of the sums.
final class Soundness {

    private Soundness() {}

    static boolean isSound(Reply reply, Request request, Plan plan, Optional<RowBand> band) {
        long rows = band.map(RowBand::until).orElse(0L);
        return switch (request) {
            case Request.Invite _ ->
                reply instanceof Reply.Declined || (reply instanceof Reply.Joined(var joined) && joined.isSound());
            case Request.Prepare _ ->
                reply instanceof Reply.Prepared(var statistics) && isSound(statistics, plan, rows);
            case Request.Train train ->
                reply instanceof Reply.Update update && isSound(update, train) && update.rows() <= rows;
            case Request.Evaluate evaluate ->
                reply instanceof Reply.Evaluated answer
                        && answer.round() == evaluate.round()
                        && answer.model().equals(evaluate.model().digest())
                        && answer.scores().count() >= 1
                        && answer.scores().count() <= rows;
            case Request.Finish _ -> false;
        };
    }

    private static boolean isSound(Reply.Update update, Request.Train train) {
        return update.round() == train.round()
                && update.model().equals(train.model().digest())
                && update.change().size() == train.model().weights().size()
                && update.change().isFinite()
                && update.rows() >= 1
                && Double.isFinite(update.loss())
                && update.loss() >= 0;
    }

    private static boolean isSound(Statistics statistics, Plan plan, long rows) {
        return statistics.moments().keySet().equals(Set.copyOf(plan.features().numeric()))
                && statistics
                        .counts()
                        .keySet()
                        .equals(Set.copyOf(plan.features().open()))
                && statistics.moments().values().stream().allMatch(moments -> isSound(moments, rows))
                && statistics.counts().values().stream().allMatch(counts -> isSound(counts, rows));
    }

    private static boolean isSound(Moments moments, long rows) {
        return moments.isSound() && moments.count() <= rows;
    }

    private static boolean isSound(Map<String, Long> counts, long rows) {
        return counts.values().stream().allMatch(count -> count > 0 && count <= rows)
                && counts.keySet().stream().noneMatch(String::isEmpty)
                && counts.values().stream().mapToLong(Long::longValue).sum() <= rows;
    }
}
