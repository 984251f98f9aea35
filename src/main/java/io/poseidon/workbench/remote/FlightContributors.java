package io.poseidon.workbench.remote;

import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.crypto.federation.MemberCard;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.remote.message.Correspondence;
import io.poseidon.workbench.remote.message.Frame;
import io.poseidon.workbench.remote.message.Letter;
import io.poseidon.workbench.remote.message.Wire;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.remote.relay.RelayClient;
import io.poseidon.workbench.remote.relay.Role;
import io.poseidon.workbench.training.round.Contributors;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.round.ShardName;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The shards of one run behind a relay. Whatever the relay passes on is believed only as far as [Correspondence] goes.
public final class FlightContributors implements Contributors {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final RunId run;
    private final RelayClient relay;
    private final Correspondence letters;
    private final Map<ShardName, MemberCard> shards;
    private final Deque<Arrival> arrived = new ArrayDeque<>();
    private Optional<Member> owned = Optional.empty();

    private FlightContributors(
            RunId run, RelayClient relay, Correspondence letters, Map<ShardName, MemberCard> shards) {
        this.run = run;
        this.relay = relay;
        this.letters = letters;
        this.shards = shards;
    }

    /// Dials the relay and looks for shards until `wanted` are there or `patience` has run out.
    public static FlightContributors meet(
            Member self, Address address, RunId run, Gathering gathering, Progress progress) {
        var relay = RelayClient.dial(self, Role.COORDINATOR, address);
        try {
            relay.enrol();
            var shards = gather(relay, self, gathering, progress);
            return new FlightContributors(run, relay, new Correspondence(self, Clock.systemUTC()), shards);
        } catch (RuntimeException e) {
            relay.close();
            throw e;
        }
    }

    /// How many shards to look for, and for how long.
    public record Gathering(int wanted, Duration patience) {}

    private static Map<ShardName, MemberCard> gather(
            RelayClient relay, Member self, Gathering gathering, Progress progress) {
        var clock = Clock.systemUTC();
        var until = clock.instant().plus(gathering.patience());
        var shards = known(relay, self);
        while (shards.size() < gathering.wanted() && clock.instant().isBefore(until)) {
            progress.checkCancelled();
            pause();
            shards = known(relay, self);
        }
        return shards;
    }

    private static Map<ShardName, MemberCard> known(RelayClient relay, Member self) {
        var shards = new TreeMap<ShardName, MemberCard>();
        for (var bytes : relay.members()) {
            verified(self, bytes)
                    .ifPresent(card -> shards.put(new ShardName(card.member().name()), card));
        }
        return shards;
    }

    private static Optional<MemberCard> verified(Member self, byte[] card) {
        try {
            return Optional.of(self.authority().verify(card, Clock.systemUTC().instant()));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public List<ShardName> members() {
        return List.copyOf(shards.keySet());
    }

    /// A relay that cannot take the message now is as good as a shard that does not answer.
    @Override
    public void send(ShardName shard, Request request) {
        var card = Optional.ofNullable(shards.get(shard)).orElseThrow();
        var frame = letters.write(run, request.round(), request.phase(), card, Wire.write(request));
        try {
            relay.post(frame);
        } catch (Problem e) {
            if (isFatal(e)) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Arrival> receive(Duration patience) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
        if (arrived.isEmpty()) {
            fetch(patience).stream()
                    .map(letters::open)
                    .flatMap(Optional::stream)
                    .forEach(this::accept);
        }
        return Optional.ofNullable(arrived.poll());
    }

    private List<Frame> fetch(Duration patience) {
        try {
            return relay.take(patience);
        } catch (Problem e) {
            if (isFatal(e)) {
                throw e;
            }
            pause();
            return List.of();
        }
    }

    /// A broken line may mend before the round's time is over; a refused certificate will not.
    private static boolean isFatal(Problem problem) {
        return problem.code().equals("certificate-refused");
    }

    private void accept(Letter letter) {
        var header = letter.header();
        var from = new ShardName(header.from());
        if (header.run().equals(run) && letter.sender().equals(shards.get(from))) {
            arrived.add(new Arrival(from, header.phase(), header.round(), Wire.readReply(letter.payload())));
        }
    }

    @Override
    public InstantSource clock() {
        return Clock.systemUTC();
    }

    /// How many letters were not what they claimed to be.
    public long refused() {
        return letters.refused();
    }

    /// Closes the member too when this is closed.
    FlightContributors closing(Member member) {
        owned = Optional.of(member);
        return this;
    }

    @Override
    public void close() {
        Closing.all(relay, () -> owned.ifPresent(Member::close));
    }
}
