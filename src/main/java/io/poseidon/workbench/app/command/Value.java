package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.cases.Answers;
import io.poseidon.workbench.app.cases.PricingRules;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.model.Document;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What contributions are worth, and how a pool is divided.
@Command(
        name = "value",
        description = "Contributor values (Shapley and its kin), payouts, reputation, and prices to compare with.")
public final class Value implements Callable<Integer> {

    @Mixin
    private Output output;

    @Parameters(paramLabel = "FILE", description = "cases of kind shapley or knn_shapley, or a list of cases per kind")
    private Path file;

    @Override
    public Integer call() {
        var answers = Answers.of(Document.read(file), PricingRules.VALUE);
        output.document(answers.json(), answers.text());
        return 0;
    }
}
