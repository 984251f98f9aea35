package io.poseidon.workbench.training.shard;

import io.poseidon.workbench.training.features.Rows;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.Request.Evaluate;
import io.poseidon.workbench.training.round.Request.Finish;
import io.poseidon.workbench.training.round.Request.Invite;
import io.poseidon.workbench.training.round.Request.Prepare;
import io.poseidon.workbench.training.round.Request.Train;
import io.poseidon.workbench.training.round.RowBand;
import io.poseidon.workbench.training.round.ShardName;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A shard's side of one run: decides by its own terms, keeps its rows, answers requests. Knows nothing of how messages
/// travel. One thread at a time.
public final class LocalShard {

    private final ShardName name;
    private final ShardTerms terms;
    private final Function<Plan, Optional<Rows>> rows;
    private final InstantSource clock;
    private @Nullable LocalTraining training;

    /// `rows` reads the columns a plan names; empty where the shard's data do not have them.
    public LocalShard(ShardName name, ShardTerms terms, Function<Plan, Optional<Rows>> rows, InstantSource clock) {
        this.name = name;
        this.terms = terms;
        this.rows = rows;
        this.clock = clock;
    }

    public ShardName name() {
        return name;
    }

    /// `buyer` is the fingerprint under which the request was verified. Empty where no answer is due.
    public Optional<Reply> answer(Request request, String buyer) {
        return switch (request) {
            case Invite invite -> Optional.of(join(invite, buyer));
            case Prepare _ -> Optional.of(training == null ? notJoined() : new Reply.Prepared(training.statistics()));
            case Train train -> Optional.of(training == null ? notJoined() : training.train(train));
            case Evaluate evaluate -> Optional.of(training == null ? notJoined() : training.evaluate(evaluate));
            case Finish _ -> {
                training = null;
                yield Optional.empty();
            }
        };
    }

    private Reply join(Invite invite, String buyer) {
        var objection = terms.objection(
                invite.plan(), invite.shards(), buyer, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (objection.isPresent()) {
            return new Reply.Declined(objection.get());
        }
        var data = rows.apply(invite.plan());
        if (data.isEmpty()) {
            return new Reply.Declined(Reason.COLUMNS);
        }
        return join(invite.plan(), data.get());
    }

    private Reply join(Plan plan, Rows data) {
        var labels = data.texts(plan.label().column());
        var contributors = data.texts(plan.contributor());
        var usable = IntStream.range(0, data.size())
                .filter(row -> !labels[row].isEmpty() && !contributors[row].isEmpty())
                .toArray();
        var split = Holdout.of(contributors, usable, plan.holdout(), plan.seed());
        long people = Arrays.stream(split.training())
                .mapToObj(row -> contributors[row])
                .distinct()
                .count();
        if (people < Math.max(terms.minimumCohort(), 1) || split.evaluation().length == 0) {
            return new Reply.Declined(Reason.COHORT);
        }
        training = new LocalTraining(name, plan, data, split, terms.minimumCohort());
        return new Reply.Joined(RowBand.of(usable.length));
    }

    private static Reply notJoined() {
        return new Reply.Failed(Reason.NOT_JOINED);
    }
}
