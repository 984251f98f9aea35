package io.poseidon.workbench.training;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RunReport.Departure;
import io.poseidon.workbench.training.report.RunReport.State;
import io.poseidon.workbench.training.round.Contributors;
import io.poseidon.workbench.training.round.Contributors.Arrival;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// One request to everyone who takes part and the answers that come in time. Who stays silent, fails, or answers what
/// cannot be is lost: failures are rows of the report, never exceptions.
final class Exchange {

    /// How long to wait before looking whether the run has been cancelled.
    private static final Duration LOOK_UP = Duration.ofMillis(200);

    private final Contributors contributors;
    private final Plan plan;
    private final Roster roster;
    private final Consumer<RunEvent> events;
    private final Progress progress;

    Exchange(Contributors contributors, Plan plan, Roster roster, Consumer<RunEvent> events, Progress progress) {
        this.contributors = contributors;
        this.plan = plan;
        this.roster = roster;
        this.events = events;
        this.progress = progress;
    }

    /// The sound answers by shard, in order of name, so that sums over them repeat exactly.
    SortedMap<ShardName, Reply> ask(Request request) {
        var waiting = new HashSet<>(roster.active());
        events.accept(new RunEvent.PhaseStarted(now(), request.round(), request.phase(), roster.active()));
        var started = now();
        roster.active().forEach(shard -> contributors.send(shard, request));
        var answers = new TreeMap<ShardName, Reply>();
        var deadline = started.plus(plan.quorum().roundTimeout());
        while (!waiting.isEmpty() && now().isBefore(deadline)) {
            progress.checkCancelled();
            contributors
                    .receive(shorter(LOOK_UP, Duration.between(now(), deadline)))
                    .filter(arrival -> answers(arrival, request, waiting))
                    .ifPresent(arrival -> {
                        waiting.remove(arrival.from());
                        accept(arrival, request, started, answers);
                    });
        }
        waiting.stream().sorted().forEach(shard -> lose(shard, request, Reason.TIMEOUT));
        return answers;
    }

    private static boolean answers(Arrival arrival, Request request, Set<ShardName> waiting) {
        return waiting.contains(arrival.from())
                && arrival.phase() == request.phase()
                && arrival.round() == request.round();
    }

    private void accept(Arrival arrival, Request request, Instant started, SortedMap<ShardName, Reply> answers) {
        var shard = arrival.from();
        if (arrival.reply() instanceof Reply.Failed(var reason)) {
            lose(shard, request, reason);
            return;
        }
        if (!Soundness.isSound(arrival.reply(), request, plan, roster.band(shard))) {
            lose(shard, request, Reason.GARBAGE);
            return;
        }
        var latency = Duration.between(started, now());
        roster.answered(shard, request.phase(), latency);
        events.accept(new RunEvent.Answered(now(), shard, request.round(), request.phase(), latency));
        answers.put(shard, arrival.reply());
    }

    private void lose(ShardName shard, Request request, Reason reason) {
        roster.left(shard, State.LOST, new Departure(request.round(), request.phase(), reason));
        events.accept(new RunEvent.Lost(now(), shard, request.round(), request.phase(), reason));
    }

    Instant now() {
        return contributors.clock().instant();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
