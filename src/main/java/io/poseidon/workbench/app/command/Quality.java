package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.cases.Answers;
import io.poseidon.workbench.app.cases.QualityCases;
import io.poseidon.workbench.app.command.option.IdentityOption;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.VerifierOption;
import io.poseidon.workbench.app.command.text.QualityText;
import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.quality.ClearedTable;
import io.poseidon.workbench.quality.Population;
import io.poseidon.workbench.quality.QualityReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The quality of a purchase's tables, or quality measures of worked cases.
@Command(name = "quality", description = "Scores quality, each with its formula, evidence and interval.")
public final class Quality implements Callable<Integer> {

    @Mixin
    private Output output;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a sealed file, NAME.poseidon")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private IdentityOption identity;

    @Mixin
    private VerifierOption verifier;

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description = "reference population (default: adults of Korea by region and age, end of 2023)")
    private Optional<Path> population = Optional.empty();

    @Option(names = "--cases", paramLabel = "FILE", description = "answer cases of kind quality instead")
    private Optional<Path> cases = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (file.isPresent() == cases.isPresent()) {
            throw new ParameterException(spec.commandLine(), "Name a sealed file, or --cases FILE.");
        }
        if (cases.isPresent()) {
            var answers = Answers.of(Document.read(cases.get()), QualityCases.RULES);
            output.document(answers.json(), answers.text());
        } else {
            score(file.get());
        }
        return 0;
    }

    private void score(Path bundle) {
        var reference = population.map(Population::read).orElseGet(Population::korea);
        var identities = identity.identities();
        try (var engine = Engine.start();
                var opened = verifier.verifier()
                        .open(engine, bundle, identities, Opening.Watch.of(Progress.NONE))
                        .orThrow()) {
            var json = Output.object();
            var text = new StringBuilder();
            for (var schema : opened.manifest().tables()) {
                var report = report(opened, schema, reference);
                QualityText.add(json.putObject(schema.table()), report);
                text.append(QualityText.of(schema.table(), report));
            }
            output.document(json, text.toString().stripTrailing());
        } finally {
            identities.forEach(Identity::close);
        }
    }

    private static QualityReport report(OpenedBundle opened, Schema schema, Population reference) {
        var rows = opened.table(schema.table()).orElseThrow();
        return QualityReport.of(
                ClearedTable.of(schema, rows), opened.manifest().privacy().threshold(), Optional.of(reference));
    }
}
