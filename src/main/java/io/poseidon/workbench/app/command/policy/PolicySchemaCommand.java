package io.poseidon.workbench.app.command.policy;

import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.policy.PolicySchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints the JSON Schema of a policy.
@Command(name = "schema", description = "Prints the JSON Schema (draft 2020-12) of a policy, for editors.")
public final class PolicySchemaCommand implements Callable<Integer> {

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        output.out().print(PolicySchema.text());
        return 0;
    }
}
