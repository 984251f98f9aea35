package io.poseidon.workbench.app;

import io.poseidon.workbench.app.command.Poseidon;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.window.Display;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.model.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where everything starts: reads the command line, runs one command, turns its end into an exit code.
public final class Main {

    private static final int BUG = Problem.Kind.BUG.exitCode();

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /// As `main`, with the streams given and the exit code returned: documents go to `out`, messages to `err`.
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int code = arguments.length == 0
                ? window(out, err)
                : commandLine(out, err, arguments).execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /// The empty window, without building the whole command line first: that is a tenth of its start.
    private static int window(PrintWriter out, PrintWriter err) {
        try {
            Display.open(List.of());
            return 0;
        } catch (RuntimeException failure) {
            return failed(failure, commandLine(out, err));
        }
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err, String... arguments) {
        var line = new CommandLine(new Poseidon());
        Moments.register(line);
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::usage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command, arguments));
    }

    private static int usage(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var problem = Problem.of(
                Problem.Kind.USAGE,
                Main.class,
                "usage",
                String.valueOf(failure.getMessage()),
                command.getCommandSpec().qualifiedName());
        Output.of(command, wantsJson(arguments)).problem(problem);
        return problem.kind().exitCode();
    }

    private static int failed(Exception failure, CommandLine command, String... arguments) {
        var problem = switch (failure) {
            case Problem known -> known;
            case CancelledException cancelled ->
                Problem.of(Problem.Kind.CANCELLED, Main.class, "cancelled").because(cancelled);
            default -> Problem.of(Problem.Kind.BUG, Main.class, "bug").because(failure);
        };
        if (problem.kind().exitCode() == BUG) {
            LoggerFactory.getLogger(Main.class).error("unexpected failure", failure);
        }
        Output.of(command, wantsJson(arguments)).problem(problem);
        return problem.kind().exitCode();
    }

    private static boolean wantsJson(String... arguments) {
        return Arrays.asList(arguments).contains("--json");
    }
}
