package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sample.SampleData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the sample data anew.
@Command(
        name = "sample",
        description = "Makes the synthetic sample data: documents, demo keys, shards and contributions.")
public final class Sample implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "a folder that is not there yet")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "another seed makes other people (7)")
    private long seed = SampleData.SEED;

    @Option(names = "--people", paramLabel = "N", description = "contributors (200000)")
    private int people = SampleData.CONTRIBUTORS;

    @Override
    public Integer call() {
        if (people < 1) {
            throw Problem.of(Kind.USAGE, Main.class, "sample-people", people);
        }
        if (Files.exists(out)) {
            throw Problem.of(Kind.SURROUNDINGS, SampleData.class, "sample-folder-exists", out);
        }
        output.say("making the shards of " + Math.min(people, SampleData.SHARD_PEOPLE) + " people");
        var sample = SampleData.ensure(out, seed, Math.min(people, SampleData.SHARD_PEOPLE), Progress.NONE);
        output.say("making the contributions of " + people + " people");
        sample.ensureContributions(seed, people, Progress.NONE);
        output.document(Output.object().put("folder", out.toString()), out.toString());
        return 0;
    }
}
