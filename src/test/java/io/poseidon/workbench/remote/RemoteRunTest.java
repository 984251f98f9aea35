package io.poseidon.workbench.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Outcome.Failed;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.remote.relay.Relay;
import io.poseidon.workbench.remote.relay.RelayClient;
import io.poseidon.workbench.remote.relay.Role;
import io.poseidon.workbench.remote.shard.ShardService;
import io.poseidon.workbench.remote.simulation.Pace;
import io.poseidon.workbench.remote.simulation.Simulator;
import io.poseidon.workbench.training.Coordinator;
import io.poseidon.workbench.training.RunEvent;
import io.poseidon.workbench.training.RunResult;
import io.poseidon.workbench.training.Samples;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RunReport;
import io.poseidon.workbench.training.report.RunReport.State;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.round.ShardName;
import io.poseidon.workbench.training.shard.LocalShard;
import io.poseidon.workbench.training.shard.ShardTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real relay on loopback, with real shards dialling it, in one process.
final class RemoteRunTest {

    private static final Address ANY = new Address("127.0.0.1", 0);

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs(Runnable::run);
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Job<?>> serving = new ArrayList<>();
    private Federation federation;
    private Relay relay;

    @BeforeEach
    void listen() {
        federation = new Federation(folder, "relay", "buyer", "shard0", "shard1", "shard2", "shard3");
        relay = Relay.start(federation.member("relay"), ANY);
    }

    @AfterEach
    void end() {
        jobs.close();
        relay.close();
    }

    @Test
    void aRunOverTheRelayComputesWhatTheSimulatorComputes() throws InterruptedException {
        serve(4);
        var remote = run(Samples.plan(), _ -> {});
        assertEquals(RunReport.Outcome.COMPLETED, remote.report().outcome());
        assertEquals(4, remote.report().count(State.TAKING_PART));
        var setting = new Simulator.Setting(Samples.BUYER, Instant.EPOCH, Pace.AT_ONCE, 1);
        var local = new Coordinator(
                        Samples.plan(), new Simulator(Samples.shards(4), Map.of(), setting), RunId.fresh(), _ -> {})
                .run(Progress.NONE);
        assertEquals(
                local.model().orElseThrow().state().digest(),
                remote.model().orElseThrow().state().digest());
    }

    @Test
    void aShardThatDiesInMidRunIsLostAndTheRunFinishes() throws InterruptedException {
        serve(4);
        var plan = Plan.parse("plan", Samples.PLAN.replace("roundTimeoutSeconds: 20", "roundTimeoutSeconds: 2"));
        var report = run(plan, event -> {
                    if (event instanceof RunEvent.RoundEnded ended
                            && ended.result().round() == 2) {
                        serving.get(1).cancel();
                    }
                })
                .report();
        assertEquals(RunReport.Outcome.COMPLETED, report.outcome());
        assertEquals(1, report.count(State.LOST));
        assertEquals(Reason.TIMEOUT, report.shards().get(1).why().orElseThrow().reason());
    }

    @Test
    void aBuyerWhomNoPolicyPinsIsDeclinedByEveryShard() throws InterruptedException {
        serve(3, "SHA256:somebody-else");
        var report = run(Samples.plan(), _ -> {}).report();
        assertEquals(RunReport.Outcome.QUORUM_LOST, report.outcome());
        assertEquals(3, report.count(State.DECLINED));
        assertEquals(
                Reason.BUYER, report.shards().getFirst().why().orElseThrow().reason());
    }

    @Test
    void shardsOutliveARelayThatStartsAnew() throws InterruptedException {
        serve(3);
        int port = relay.port();
        relay.close();
        relay = Relay.start(federation.member("relay"), new Address("127.0.0.1", port));
        assertEquals(
                RunReport.Outcome.COMPLETED,
                run(Samples.plan(), _ -> {}).report().outcome());
    }

    @Test
    void aMemberOfAnotherFederationGetsNoLine() {
        var other = new Federation(folder.resolve("other"), "buyer");
        try (var foreign = other.member("buyer");
                var line = RelayClient.dial(foreign, Role.COORDINATOR, address())) {
            var problem = assertThrows(Problem.class, line::enrol);
            assertEquals("certificate-refused", problem.code());
            assertEquals(6, problem.kind().exitCode());
        }
    }

    @Test
    void nobodyListeningIsSaidSo() {
        int port = relay.port();
        relay.close();
        try (var buyer = federation.member("buyer");
                var line = RelayClient.dial(buyer, Role.COORDINATOR, new Address("127.0.0.1", port))) {
            var problem = assertThrows(Problem.class, line::enrol);
            assertEquals("relay-unreachable", problem.code());
            assertEquals(6, problem.kind().exitCode());
        }
    }

    @Test
    void aPortInUseIsSaidSo() {
        var problem = assertThrows(Problem.class, () -> Relay.start(federation.member("relay"), address()));
        assertEquals("port-in-use", problem.code());
        assertEquals(8, problem.kind().exitCode());
    }

    @Test
    void aMemberCannotShowAnothersCard() {
        try (var buyer = federation.member("buyer");
                var line = RelayClient.dial(buyer, Role.COORDINATOR, address())) {
            assertEquals(
                    "not-enrolled", assertThrows(Problem.class, line::members).code());
            line.enrol();
            assertTrue(line.members().isEmpty());
        }
    }

    private RunResult run(Plan plan, Consumer<RunEvent> events) {
        var run = RunId.fresh();
        var gathering = new FlightContributors.Gathering(3, Duration.ofSeconds(20));
        try (var buyer = federation.member("buyer");
                var contributors = FlightContributors.meet(buyer, address(), run, gathering, Progress.NONE)) {
            return new Coordinator(plan, contributors, run, events).run(Progress.NONE);
        }
    }

    private void serve(int count) throws InterruptedException {
        try (var buyer = federation.member("buyer")) {
            serve(count, buyer.card().fingerprint());
        }
    }

    private void serve(int count, String pinned) throws InterruptedException {
        var ready = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            var service = service(i, pinned, ready);
            serving.add(jobs.start(
                    "shard",
                    progress -> {
                        service.serve(progress);
                        return true;
                    },
                    this::note));
        }
        assertTrue(ready.await(60, TimeUnit.SECONDS), () -> "shards did not start: " + failures);
    }

    private void note(Outcome<Boolean> outcome) {
        if (outcome instanceof Failed<Boolean>(var cause)) {
            failures.add(cause);
        }
    }

    private ShardService service(int number, String pinned, CountDownLatch ready) {
        var all = Samples.terms();
        var terms = new ShardTerms(
                all.identity(),
                all.labels(),
                all.features(),
                all.models(),
                50,
                3,
                20,
                Set.of(pinned),
                Optional.empty(),
                Optional.empty());
        var name = "shard" + number;
        return new ShardService(
                federation.member(name),
                address(),
                () -> new LocalShard(
                        new ShardName(name),
                        terms,
                        _ -> Optional.of(Samples.rows(400, number)),
                        InstantSource.system()),
                folder.resolve("state-" + name),
                note -> {
                    if (note instanceof ShardService.Note.Ready) {
                        ready.countDown();
                    }
                });
    }

    private Address address() {
        return new Address("127.0.0.1", relay.port());
    }
}
