package io.poseidon.workbench.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The root of the command line; without a command it opens the window.
@Command(
        name = "poseidon",
        mixinStandardHelpOptions = true,
        version = "Poseidon Workbench 0.1.0",
        description = "Opens sealed data purchases, runs allowed queries, previews prices and quality, trains on remote"
                + " shards.",
        subcommands = {
            Inspect.class,
            Keygen.class,
            Pki.class,
            Policy.class,
            Price.class,
            Sample.class,
            Value.class,
            Verify.class,
        })
public final class Poseidon implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }
}
