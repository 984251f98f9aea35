package io.poseidon.workbench.remote.simulation;

import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.round.Contributors;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.ShardName;
import io.poseidon.workbench.training.shard.LocalShard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Shards in this process, each with its own rows and terms, behind the port that remote shards stand behind. Answers
/// are computed when a request is sent and arrive after a latency drawn from the seed, on a clock that only moves when
/// somebody waits: a run takes the same course every time. One thread.
public final class Simulator implements Contributors {

    private static final Duration LEAST_LATENCY = Duration.ofMillis(40);

    private final Map<ShardName, LocalShard> shards = new TreeMap<>();
    private final Map<ShardName, List<Fault>> faults;
    private final Setting setting;
    private final SplittableRandom random;
    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparing(Pending::due).thenComparing(Pending::number));
    private Instant now;
    private long sent;

    /// @param buyer the fingerprint under which every request is presented to the shards
    public record Setting(String buyer, Instant start, Pace pace, long seed) {}

    private record Pending(Instant due, long number, Arrival arrival) {}

    public Simulator(List<LocalShard> shards, Map<ShardName, List<Fault>> faults, Setting setting) {
        shards.forEach(shard -> this.shards.put(shard.name(), shard));
        this.faults = Map.copyOf(faults);
        this.setting = setting;
        this.random = new SplittableRandom(setting.seed());
        this.now = setting.start();
    }

    @Override
    public List<ShardName> members() {
        return List.copyOf(shards.keySet());
    }

    @Override
    public void send(ShardName shard, Request request) {
        var local = shards.get(shard);
        var active = faults.getOrDefault(shard, List.of()).stream()
                .filter(fault -> fault.fromRound() <= request.round())
                .toList();
        if (local == null || active.stream().anyMatch(Fault.Silent.class::isInstance)) {
            return;
        }
        var due = now.plus(latency(active));
        local.answer(request, setting.buyer()).ifPresent(reply -> {
            var faulty = new Arrival(shard, request.phase(), request.round(), bent(reply, active));
            pending.add(new Pending(due, sent++, faulty));
            if (active.stream().anyMatch(Fault.Echo.class::isInstance)) {
                pending.add(new Pending(due, sent++, faulty));
            }
        });
    }

    private Duration latency(List<Fault> active) {
        var latency = LEAST_LATENCY.plusMillis(random.nextInt(80));
        for (var fault : active) {
            if (fault instanceof Fault.Slow slow) {
                latency = latency.plus(slow.delay());
            }
        }
        return latency;
    }

    private static Reply bent(Reply reply, List<Fault> active) {
        var bent = reply;
        for (var fault : active) {
            bent = switch (fault) {
                case Fault.Garbage _ -> new Reply.Garbage();
                case Fault.WrongShape _ -> withChange(bent, new Weights(1, 2, 3));
                case Fault.NotANumber _ -> withChange(bent, poisoned(bent));
                case Fault.Silent _, Fault.Slow _, Fault.Echo _ -> bent;
            };
        }
        return bent;
    }

    private static Reply withChange(Reply reply, Weights change) {
        return reply instanceof Reply.Update update
                ? new Reply.Update(update.round(), update.model(), change, update.rows(), update.loss())
                : reply;
    }

    private static Weights poisoned(Reply reply) {
        if (!(reply instanceof Reply.Update update)) {
            return new Weights();
        }
        var values = update.change().values();
        values[0] = Float.NaN;
        return new Weights(values);
    }

    @Override
    public Optional<Arrival> receive(Duration patience) {
        var until = now.plus(patience);
        var next = pending.peek();
        boolean arrives = next != null && !next.due().isAfter(until);
        passTo(arrives && next != null ? next.due() : until);
        return arrives ? Optional.ofNullable(pending.poll()).map(Pending::arrival) : Optional.empty();
    }

    private void passTo(Instant moment) {
        if (moment.isAfter(now)) {
            setting.pace().pass(Duration.between(now, moment));
            now = moment;
        }
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public void close() {
        pending.clear();
    }
}
