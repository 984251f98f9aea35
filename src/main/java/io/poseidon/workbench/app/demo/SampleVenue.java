package io.poseidon.workbench.app.demo;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.remote.Venues;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.training.Venue;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Contributors;
import io.poseidon.workbench.training.round.RunId;
import java.io.IOException;
import java.util.Optional;

/// The sample's shards as processes on this machine, started when the first run asks for them and ended with the
/// window. Their data is synthetic, and the venue says so; the way there is the one to real shards.
public final class SampleVenue implements AutoCloseable {

    private final DemoFolders folders;
    private Optional<Scratch> scratch = Optional.empty();
    private Optional<Federation> federation = Optional.empty();

    SampleVenue(DemoFolders folders) {
        this.folders = folders;
    }

    public Venue venue() {
        return new Venue("127.0.0.1", true, this::open);
    }

    private Contributors open(Plan plan, RunId run, Progress progress) {
        var there = started(progress);
        return Venues.atRelay(Address.parse(there.address()), there.tls(), Federation.BUYER)
                .opening()
                .open(plan, run, progress);
    }

    /// Starts the processes where they do not run, and waits until each is ready.
    synchronized Federation started(Progress progress) {
        var lost = federation.filter(running -> !running.children().stream().allMatch(Child::isAlive));
        if (federation.isEmpty() || lost.isPresent()) {
            close();
            federation = Optional.of(start(progress));
        }
        return federation.orElseThrow();
    }

    private Federation start(Progress progress) {
        try {
            var tables = folders.tables(progress);
            var folder = Scratch.create();
            scratch = Optional.of(folder);
            return Federation.start(tables, folder.folder(), progress);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, SampleVenue.class, "shards-not-started")
                    .because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public synchronized void close() {
        federation.ifPresent(Federation::close);
        federation = Optional.empty();
        scratch.ifPresent(Scratch::close);
        scratch = Optional.empty();
    }
}
