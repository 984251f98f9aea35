package io.poseidon.workbench.app.command.federation;

import io.poseidon.workbench.app.command.option.ConsoleProgress;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.ServingOptions;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.remote.shard.DataFile;
import io.poseidon.workbench.remote.shard.PolicyTerms;
import io.poseidon.workbench.remote.shard.ShardService;
import io.poseidon.workbench.remote.shard.ShardService.Note;
import io.poseidon.workbench.training.round.ShardName;
import io.poseidon.workbench.training.shard.LocalShard;
import io.poseidon.workbench.training.shard.ShardTerms;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves one data file to training, under its policy, until told to stop.
@Command(
        name = "shard",
        description =
                "Lets a data file take part in training where it lies: dials the relay and answers what the policy"
                        + " allows. No row leaves; the coordinator sees this shard's update.")
public final class ShardCommand implements Callable<Integer> {

    @Mixin
    private Output output;

    @Mixin
    private ServingOptions serving;

    @Mixin
    private RelayOption relay;

    @Mixin
    private RowsOption data;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "POLICY.yaml",
            description = "what may be trained, by whom")
    private Path policy;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "the member's name")
    private String name;

    @Mixin
    private MemberOption member;

    @Option(names = "--state", required = true, paramLabel = "DIR", description = "what must outlive the process")
    private Path state;

    @Option(names = "--at", paramLabel = "INSTANT", description = "the time by which the policy's validity is judged")
    private @Nullable Instant at;

    @Override
    public Integer call() {
        var address = relay.address();
        var terms = PolicyTerms.read(policy);
        try (var progress = new ConsoleProgress(output);
                var self = member.read(name);
                var engine = Engine.start();
                var file = data.open(engine, progress)) {
            requireColumns(file, terms);
            progress.onCancel(Thread.currentThread()::interrupt);
            serving.cancelWithInput(progress);
            new ShardService(self, address, () -> shard(terms, file), state, this::tell).serve(progress);
        } catch (CancelledException e) {
            output.say("shard stopped");
        }
        return 0;
    }

    private LocalShard shard(ShardTerms terms, DataFile file) {
        var fixed = at;
        InstantSource clock = fixed == null ? InstantSource.system() : () -> fixed;
        return new LocalShard(new ShardName(name), terms, file::rows, clock);
    }

    private static void requireColumns(DataFile file, ShardTerms terms) {
        var needed = Stream.of(Stream.of(terms.identity()), terms.labels().stream(), terms.features().stream());
        var missing = file.missing(needed.flatMap(names -> names));
        if (!missing.isEmpty()) {
            throw Problem.of(Problem.Kind.INPUT, DataFile.class, "data-lacks-columns", String.join(", ", missing));
        }
    }

    private void tell(Note note) {
        switch (note) {
            case Note.Ready _ ->
                output.line(
                        Output.object().put("ready", "shard").put("name", name).put("relay", relay.toString()),
                        "shard " + name + " serves at " + relay);
            case Note.LineBroken broken ->
                output.say(broken.problem().message(Locale.ENGLISH) + " ["
                        + broken.problem().code() + "]");
            case Note.Answered answered ->
                output.say(answered.coordinator() + ": "
                        + answered.phase().name().toLowerCase(Locale.ROOT) + " " + answered.round());
        }
    }
}
