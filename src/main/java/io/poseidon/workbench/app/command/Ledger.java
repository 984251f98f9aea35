package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.ledger.LedgerState;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The release ledger: make one, look at one.
@Command(
        name = "ledger",
        description = "The privacy budget of a contributor population.",
        subcommands = {Ledger.Init.class, Ledger.Show.class})
public final class Ledger implements Callable<Integer> {

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /// `ledger init`.
    @Command(name = "init", description = "Makes a ledger with a budget that nothing can change later.")
    static final class Init implements Callable<Integer> {

        @Mixin
        private Output output;

        @Option(names = "--population", required = true, paramLabel = "P", description = "whose budget this is")
        private String population;

        @Option(names = "--rho", required = true, paramLabel = "R", description = "the whole budget, such as 2 or 0.5")
        private String rho;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "never replaces a ledger")
        private Path out;

        @Override
        public Integer call() {
            ReleaseLedger.init(out, population, parsed());
            var state = ReleaseLedger.show(out);
            output.document(
                    Output.object()
                            .put("file", out.toString())
                            .put("population", state.population())
                            .put("rho", state.rho().toString())
                            .put("head", state.head().hex()),
                    out + ": rho " + state.rho() + " for " + state.population());
            return 0;
        }

        private Rational parsed() {
            try {
                return Rational.parse(rho);
            } catch (ArithmeticException | NumberFormatException e) {
                throw Problem.of(Kind.USAGE, Main.class, "ledger-rho").because(e);
            }
        }
    }

    /// `ledger show`.
    @Command(name = "show", description = "Verifies a ledger and its releases, and prints what was spent.")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Output output;

        @Parameters(paramLabel = "FILE", description = "a release ledger")
        private Path file;

        @Override
        public Integer call() {
            var state = ReleaseLedger.show(file);
            output.document(document(state), text(state));
            return 0;
        }

        private static com.fasterxml.jackson.databind.JsonNode document(LedgerState state) {
            var json = Output.object();
            json.put("population", state.population());
            json.put("rho", state.rho().toString());
            json.put("spent", state.spent().toString());
            json.put("left", state.left().toString());
            json.put("sequence", state.sequence());
            json.put("head", state.head().hex());
            var editions = json.putArray("editions");
            for (var edition : state.editions()) {
                var terms = edition.terms();
                var entry = editions.addObject();
                entry.put("product", terms.edition().product());
                entry.put("edition", terms.edition().edition());
                entry.put("rho", terms.cost().toString());
                entry.put("sequence", edition.sequence());
                entry.put("released", edition.release().isPresent());
                var versions = entry.putObject("versions");
                terms.versions().forEach((name, rho) -> versions.put(name, rho.toString()));
            }
            return json;
        }

        private static String text(LedgerState state) {
            var lines = new ArrayList<String>();
            lines.add(state.population() + ": rho " + state.rho() + ", spent " + state.spent() + ", left "
                    + state.left());
            for (var edition : state.editions()) {
                lines.add("  " + edition.terms().edition() + ": rho "
                        + edition.terms().cost() + (edition.release().isPresent() ? "" : ", not released yet"));
            }
            return String.join(System.lineSeparator(), lines);
        }
    }
}
