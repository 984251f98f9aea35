package io.poseidon.workbench.app.command.policy;

import io.poseidon.workbench.app.command.option.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What has to do with policies.
@Command(
        name = "policy",
        description = "What a policy says about questions.",
        subcommands = {PolicyCheck.class, PolicySchemaCommand.class})
public final class Policy implements Callable<Integer> {

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        output.usage();
        return 2;
    }
}
