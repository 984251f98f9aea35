package io.poseidon.workbench.remote;

import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.remote.FlightContributors.Gathering;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.remote.simulation.Pace;
import io.poseidon.workbench.remote.simulation.Simulator;
import io.poseidon.workbench.training.Venue;
import io.poseidon.workbench.training.shard.LocalShard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Places where runs can take place.
public final class Venues {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Venues() {}

    /// The shards at a relay, dialled as the member `name` whose files lie in `folder`. The files are read for each
    /// run.
    public static Venue atRelay(Address address, Path folder, String name) {
        return new Venue(address.toString(), false, (plan, run, progress) -> {
            var self = Member.read(folder, name, Instant.now());
            try {
                var gathering = new Gathering(plan.quorum().shards(), PATIENCE);
                return FlightContributors.meet(self, address, run, gathering, progress)
                        .closing(self);
            } catch (RuntimeException e) {
                self.close();
                throw e;
            }
        });
    }

    /// Shards in this process on a clock like the wall's; `shards` makes them for each run. `buyer` is the fingerprint
    /// their terms know.
    public static Venue simulated(String name, String buyer, Supplier<List<LocalShard>> shards) {
        return new Venue(
                name,
                true,
                (plan, run, progress) -> new Simulator(
                        shards.get(),
                        Map.of(),
                        new Simulator.Setting(buyer, Instant.now(), Pace.AS_ON_THE_WALL, plan.seed())));
    }
}
