package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.demo.HeadlessDemo;
import io.poseidon.workbench.app.window.Display;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The whole story on the sample, in the window or without a display.
@Command(
        name = "demo",
        description = "Shows the whole story on sample data, with a relay and five shards as processes of its own.")
public final class Demo implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--headless", description = "without a display: a report and pictures of every workspace")
    private boolean headless;

    @Option(names = "--out", paramLabel = "DIR", description = "where report.json and the pictures go (demo-out)")
    private Path out = Path.of("demo-out");

    @Override
    public Integer call() throws Exception {
        if (!headless) {
            Display.openSample();
            return 0;
        }
        var report = HeadlessDemo.run(out, output::say);
        output.document(report.document(), out.resolve("report.json").toString());
        return report.exitCode();
    }
}
