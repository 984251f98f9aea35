package io.poseidon.workbench.remote.shard;

import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.remote.message.Correspondence;
import io.poseidon.workbench.remote.message.Letter;
import io.poseidon.workbench.remote.message.Wire;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.remote.relay.RelayClient;
import io.poseidon.workbench.remote.relay.Role;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.shard.LocalShard;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A shard at work: dials the relay, waits for letters, answers them, until it is cancelled. Outlives a relay that goes
/// away and comes back. Runs on the calling thread.
public final class ShardService {

    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Member self;
    private final Address address;
    private final Runs runs;
    private final Correspondence letters;
    private final Consumer<Note> notes;

    /// What an operator may want to see.
    public sealed interface Note {
        record Ready() implements Note {}

        /// The relay does not answer; we go on trying.
        record LineBroken(Problem problem) implements Note {}

        record Answered(String coordinator, Phase phase, int round) implements Note {}
    }

    /// @param shards makes the shard's side of a new run
    /// @param state folder of what must outlive the process
    public ShardService(Member self, Address address, Supplier<LocalShard> shards, Path state, Consumer<Note> notes) {
        this.self = self;
        this.address = address;
        this.runs = new Runs(shards, SeenRuns.in(state));
        this.letters = new Correspondence(self, Clock.systemUTC());
        this.notes = notes;
    }

    /// Ends by [CancelledException] when cancelled, by a [Problem] when the relay cannot be reached at the beginning or
    /// refuses our certificate.
    public void serve(Progress progress) {
        try (var relay = RelayClient.dial(self, Role.SHARD, address)) {
            enrolPatiently(relay, progress);
            notes.accept(new Note.Ready());
            var pause = Duration.ofMillis(200);
            while (true) {
                progress.checkCancelled();
                try {
                    relay.take(LONG_POLL).stream()
                            .map(letters::open)
                            .flatMap(Optional::stream)
                            .forEach(letter -> answer(relay, letter));
                    pause = Duration.ofMillis(200);
                } catch (Problem e) {
                    pause = mend(relay, e, pause);
                }
            }
        }
    }

    private void enrolPatiently(RelayClient relay, Progress progress) {
        var until = Instant.now().plus(FIRST_PATIENCE);
        while (true) {
            progress.checkCancelled();
            try {
                relay.enrol();
                return;
            } catch (Problem e) {
                if (!e.code().equals("relay-unreachable") || Instant.now().isAfter(until)) {
                    throw e;
                }
                pause(Duration.ofMillis(300));
            }
        }
    }

    private void answer(RelayClient relay, Letter letter) {
        var header = letter.header();
        var reply = runs.answer(letter);
        if (reply.isEmpty()) {
            return;
        }
        var frame =
                letters.write(header.run(), header.round(), header.phase(), letter.sender(), Wire.write(reply.get()));
        try {
            relay.post(frame);
            notes.accept(new Note.Answered(header.from(), header.phase(), header.round()));
        } catch (Problem e) {
            notes.accept(new Note.LineBroken(e));
        }
    }

    /// Waits, longer each time, and enrols again. Returns how long to wait the next time.
    private Duration mend(RelayClient relay, Problem problem, Duration pause) {
        if (problem.code().equals("certificate-refused")) {
            throw problem;
        }
        notes.accept(new Note.LineBroken(problem));
        pause(pause);
        try {
            relay.enrol();
        } catch (Problem e) {
            // the next call will tell
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
