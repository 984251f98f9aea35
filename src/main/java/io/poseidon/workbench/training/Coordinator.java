package io.poseidon.workbench.training;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.training.checkpoint.Checkpoint;
import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RoundResult;
import io.poseidon.workbench.training.report.RunReport;
import io.poseidon.workbench.training.report.RunReport.Departure;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.training.report.RunReport.State;
import io.poseidon.workbench.training.round.Contributors;
import io.poseidon.workbench.training.round.ModelState;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one plan with the shards: invite, prepare, rounds of training and evaluation, finish. One run an instance; runs
/// on the calling thread, which is also where events are told. Cancelling keeps the last whole round's model in the
/// events.
public final class Coordinator {

    private final Plan plan;
    private final Contributors contributors;
    private final Consumer<RunEvent> events;
    private final RunId run;
    private final Roster roster;
    private final List<RoundResult> rounds = new ArrayList<>();
    private final Instant started;
    private int resumedAfter;
    private @Nullable ModelState model;

    public Coordinator(Plan plan, Contributors contributors, RunId run, Consumer<RunEvent> events) {
        this.plan = plan;
        this.contributors = contributors;
        this.run = run;
        this.events = events;
        this.roster = new Roster(contributors.members());
        this.started = contributors.clock().instant();
    }

    /// Trains from the beginning.
    public RunResult run(Progress progress) {
        return guarded(progress, exchange -> {
            if (!invite(exchange)) {
                return Outcome.QUORUM_LOST;
            }
            return prepare(exchange) ? train(exchange, progress) : Outcome.QUORUM_LOST;
        });
    }

    /// Goes on after a checkpoint, with whoever joins now.
    public RunResult resume(Checkpoint checkpoint, Progress progress) {
        model = checkpoint.model();
        resumedAfter = checkpoint.round();
        rounds.addAll(checkpoint.rounds());
        return guarded(progress, exchange -> invite(exchange) ? train(exchange, progress) : Outcome.QUORUM_LOST);
    }

    @FunctionalInterface
    private interface Course {
        Outcome follow(Exchange exchange);
    }

    private RunResult guarded(Progress progress, Course course) {
        var outcome = Outcome.FAILED;
        try {
            outcome = course.follow(new Exchange(contributors, plan, roster, events, progress));
        } catch (CancelledException e) {
            outcome = Outcome.CANCELLED;
            throw e;
        } finally {
            finish(outcome);
        }
        return new RunResult(report(outcome), Optional.ofNullable(model).map(state -> new TrainedModel(plan, state)));
    }

    /// Tells the end here and at the shards, also where the run ends because its thread was interrupted.
    private void finish(Outcome outcome) {
        boolean interrupted = Thread.interrupted();
        events.accept(new RunEvent.Ended(now(), report(outcome)));
        roster.active().forEach(shard -> contributors.send(shard, new Request.Finish(rounds.size())));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean invite(Exchange exchange) {
        var members = roster.active();
        events.accept(new RunEvent.Invited(now(), run, plan, members));
        exchange.ask(new Request.Invite(plan, members.size())).forEach((shard, reply) -> {
            switch (reply) {
                case Reply.Joined(var band) -> {
                    roster.joined(shard, band);
                    events.accept(new RunEvent.Joined(now(), shard, band));
                }
                case Reply.Declined(var reason) -> {
                    roster.left(shard, State.DECLINED, new Departure(0, Phase.INVITE, reason));
                    events.accept(new RunEvent.Declined(now(), shard, reason));
                }
                case Reply.Prepared _, Reply.Update _, Reply.Evaluated _, Reply.Failed _, Reply.Garbage _ ->
                    throw new IllegalStateException("not an answer to an invitation");
            }
        });
        return quorumHolds();
    }

    private boolean prepare(Exchange exchange) {
        var replies = exchange.ask(new Request.Prepare()).values();
        if (!quorumHolds()) {
            return false;
        }
        var encoding = Preparation.encoding(plan, Preparation.joint(replies));
        events.accept(new RunEvent.Prepared(now(), encoding));
        var network = plan.network(encoding);
        model = new ModelState(encoding, new Weights(network.initial(plan.seed())));
        return true;
    }

    private Outcome train(Exchange exchange, Progress progress) {
        var current = Objects.requireNonNull(model);
        for (int round = rounds.size() + 1; round <= plan.rounds(); round++) {
            progress.report((round - 1.0) / plan.rounds(), round + " / " + plan.rounds());
            var begun = now();
            var updates =
                    updates(exchange.ask(new Request.Train(round, current)).values());
            if (!quorumHolds()) {
                return Outcome.QUORUM_LOST;
            }
            var next = new ModelState(current.encoding(), FederatedAverage.apply(current.weights(), updates));
            var answers = exchange.ask(new Request.Evaluate(round, next)).values();
            if (!quorumHolds()) {
                return Outcome.QUORUM_LOST;
            }
            var loss = FederatedAverage.loss(updates);
            var took = Duration.between(begun, now());
            var metrics = FederatedAverage.metrics(answers);
            rounds.add(new RoundResult(round, updates.size(), loss, metrics, took, next.digest()));
            current = next;
            model = next;
            events.accept(new RunEvent.RoundEnded(now(), rounds.getLast(), next));
        }
        return Outcome.COMPLETED;
    }

    private static List<Reply.Update> updates(Collection<Reply> replies) {
        return replies.stream().map(Reply.Update.class::cast).toList();
    }

    private boolean quorumHolds() {
        return roster.takingPart() >= plan.quorum().needed(roster.joined());
    }

    private RunReport report(Outcome outcome) {
        return new RunReport(run, plan, started, now(), outcome, resumedAfter, roster.rows(), rounds);
    }

    private Instant now() {
        return contributors.clock().instant();
    }
}
