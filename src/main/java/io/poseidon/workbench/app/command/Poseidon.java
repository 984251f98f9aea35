package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.command.federation.Evaluate;
import io.poseidon.workbench.app.command.federation.Pki;
import io.poseidon.workbench.app.command.federation.RelayCommand;
import io.poseidon.workbench.app.command.federation.ShardCommand;
import io.poseidon.workbench.app.command.federation.Train;
import io.poseidon.workbench.app.command.policy.Policy;
import io.poseidon.workbench.app.window.Display;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The root of the command line; without a command it opens the window.
@Command(
        name = "poseidon",
        mixinStandardHelpOptions = true,
        version = "Poseidon Workbench 0.1.0",
        description = "Opens sealed data purchases, runs allowed queries, previews prices and quality, trains on remote"
                + " shards.",
        subcommands = {
            Demo.class,
            Evaluate.class,
            Inspect.class,
            Keygen.class,
            Ledger.class,
            Pki.class,
            Policy.class,
            Price.class,
            Quality.class,
            Query.class,
            RelayCommand.class,
            Sample.class,
            Seal.class,
            ShardCommand.class,
            Train.class,
            Value.class,
            Verify.class,
        })
public final class Poseidon implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "sealed purchases to open in the window")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        for (var file : files) {
            if (!Files.exists(file)) {
                throw new ParameterException(spec.commandLine(), "no command and no file is called '" + file + "'");
            }
        }
        Display.open(files);
        return 0;
    }
}
