package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.TheatreOption;
import io.poseidon.workbench.app.demo.HeadlessDemo;
import io.poseidon.workbench.app.window.Display;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The whole story on the sample, in the window or without a display; or the published attacks on made-up people.
@Command(
        name = "demo",
        description = "Shows the whole story on sample data, with a relay and five shards as processes of its own.")
public final class Demo implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--headless", description = "without a display: a report and pictures of every workspace")
    private boolean headless;

    @Mixin
    private TheatreOption theatre;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where report.json and the pictures go (demo-out), or theatre.json (only where named)")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (theatre.isGiven()) {
            return theatre.play(output, Optional.ofNullable(out));
        }
        if (!headless) {
            Display.openSample();
            return 0;
        }
        var folder = Optional.ofNullable(out).orElse(Path.of("demo-out"));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Problem.of(Kind.SURROUNDINGS, Main.class, "demo-folder", folder);
        }
        var report = HeadlessDemo.run(folder, output::say);
        output.document(report.document(), folder.resolve("report.json").toString());
        return report.exitCode();
    }
}
