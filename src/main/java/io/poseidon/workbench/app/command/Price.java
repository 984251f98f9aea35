package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.cases.Answers;
import io.poseidon.workbench.app.cases.PricingRules;
import io.poseidon.workbench.app.cases.Rule;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.model.Document;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Price menus: certificates, repair, optimisation, simulation. A verdict is a result, so the exit code is 0.
@Command(name = "price", description = "Checks, repairs, optimises and simulates price menus, exactly.")
public final class Price implements Callable<Integer> {

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name what to do: check, repair, optimise or simulate.");
    }

    @Command(
            name = "check",
            description = "Is a menu free of arbitrage? Exact and relaxed verdicts, with the shopping list.")
    int check(
            @Mixin Output output,
            @Parameters(paramLabel = "FILE", description = "cases of kind arbitrage_menu or coverage_menu") Path file) {
        return answer(output, file, PricingRules.CHECK);
    }

    @Command(name = "repair", description = "The greatest prices at or below those asked that leave no arbitrage.")
    int repair(@Mixin Output output, @Parameters(paramLabel = "FILE", description = "cases of kind repair") Path file) {
        return answer(output, file, PricingRules.REPAIR);
    }

    @Command(name = "optimise", description = "The arbitrage-free prices that earn most.")
    int optimise(
            @Mixin Output output,
            @Parameters(paramLabel = "FILE", description = "cases of kind revenue or survey_revenue") Path file) {
        return answer(output, file, PricingRules.OPTIMISE);
    }

    @Command(name = "simulate", description = "What prices may earn from buyers like those surveyed.")
    int simulate(
            @Mixin Output output,
            @Parameters(paramLabel = "FILE", description = "cases of kind simulation") Path file) {
        return answer(output, file, PricingRules.SIMULATE);
    }

    private static int answer(Output output, Path file, Map<String, Rule> rules) {
        var answers = Answers.of(Document.read(file), rules);
        output.document(answers.json(), answers.text());
        return 0;
    }
}
