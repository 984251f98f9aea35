package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.cases.Answers;
import io.poseidon.workbench.app.cases.QualityCases;
import io.poseidon.workbench.model.Document;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Quality measures of worked cases.
@Command(name = "quality", description = "Scores quality, each with its formula, evidence and interval.")
public final class Quality implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--cases", required = true, paramLabel = "FILE", description = "cases of kind quality")
    private Path cases;

    @Override
    public Integer call() {
        var answers = Answers.of(Document.read(cases), QualityCases.RULES);
        output.document(answers.json(), answers.text());
        return 0;
    }
}
