package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.job.EndOfInput;
import picocli.CommandLine.Option;

/// For commands that serve until they are told to stop. They stop on SIGTERM and Ctrl-C in any case.
public final class ServingOptions {

    @Option(
            names = "--until-stdin-closes",
            description = "also stop when standard input ends, so that a child ends with its parent")
    private boolean untilStdinCloses;

    public void cancelWithInput(ConsoleProgress progress) {
        if (untilStdinCloses) {
            EndOfInput.watch(System.in, progress::cancel);
        }
    }
}
