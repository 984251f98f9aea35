package io.poseidon.workbench.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.crypto.federation.Authority;
import io.poseidon.workbench.crypto.federation.MemberName;
import io.poseidon.workbench.crypto.federation.Validity;
import io.poseidon.workbench.job.AtExit;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A relay and one process for each of the sample's shards, on loopback, founded for this demonstration alone. Ends
/// them when closed, when the program is ended, and, since each child watches the pipe from us, even when it is killed.
final class Federation implements AutoCloseable {

    static final String BUYER = "buyer";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DAYS = 2;

    private final Path folder;
    private final List<Child> children = new ArrayList<>();
    private final AtExit atExit = AtExit.run(this::endChildren);
    private String address = "";

    private Federation(Path folder) {
        this.folder = folder;
    }

    /// Keys, policies and logs go to `folder`, which must be empty or absent.
    static Federation start(SampleData sample, Path folder, Progress progress)
            throws IOException, InterruptedException {
        var federation = new Federation(folder);
        try {
            federation.found();
            federation.startAll(sample, progress);
            return federation;
        } catch (IOException | InterruptedException | RuntimeException e) {
            federation.close();
            throw e;
        }
    }

    /// Of the relay: `127.0.0.1:PORT`.
    String address() {
        return address;
    }

    /// The members' keys and certificates.
    Path tls() {
        return folder.resolve("tls");
    }

    List<Child> children() {
        return List.copyOf(children);
    }

    private void found() throws IOException {
        Files.createDirectories(policies());
        try (var authority = Authority.in(folder.resolve("authority"), tls(), Validity.days(Instant.now(), DAYS))) {
            authority.admit(MemberName.parse("relay"), List.of(), tls());
            var buyer = authority.admit(MemberName.parse(BUYER), List.of(), tls());
            SampleData.shards().forEach(shard -> authority.admit(MemberName.parse(shard), List.of(), tls()));
            SampleData.writePolicies(policies(), List.of(buyer.fingerprint()));
        }
    }

    private void startAll(SampleData sample, Progress progress) throws IOException, InterruptedException {
        var relay = start("relay", List.of("relay", "--listen", "127.0.0.1:0", "--tls", tls().toString()));
        var ready = relay.awaitLine("\"ready\"", PATIENCE);
        address = new ObjectMapper().readTree(ready).path("address").asText();
        for (var shard : SampleData.shards()) {
            progress.checkCancelled();
            start(shard, shardArguments(sample, shard));
        }
        for (var child : children) {
            progress.checkCancelled();
            child.awaitLine("\"ready\"", PATIENCE);
            progress.report(-1, child.name());
        }
    }

    private List<String> shardArguments(SampleData sample, String shard) {
        return List.of(
                "shard",
                "--relay",
                address,
                "--data",
                sample.people(shard).toAbsolutePath().toString(),
                "--policy",
                policies().resolve(shard + ".yaml").toString(),
                "--name",
                shard,
                "--tls",
                tls().toString(),
                "--state",
                folder.resolve("state").resolve(shard).toString(),
                "--at",
                SampleData.CLOCK.toString());
    }

    private Child start(String name, List<String> arguments) throws IOException {
        var line = new ArrayList<>(arguments);
        line.addAll(List.of("--json", "--until-stdin-closes"));
        var child = Child.start(name, folder, line);
        children.add(child);
        return child;
    }

    private Path policies() {
        return folder.resolve("policies");
    }

    private void endChildren() {
        children.reversed().parallelStream().forEach(Child::close);
    }

    @Override
    public void close() {
        endChildren();
        atExit.close();
    }
}
