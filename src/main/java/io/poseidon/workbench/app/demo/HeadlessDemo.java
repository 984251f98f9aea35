package io.poseidon.workbench.app.demo;

import io.poseidon.workbench.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The main job from end to end without a display: `report.json` and pictures.
public final class HeadlessDemo {

    private HeadlessDemo() {}

    /// Writes to `out`, which is made; `narrator` is told of each step.
    public static Report run(Path out, Consumer<String> narrator) throws IOException {
        Files.createDirectories(out);
        var folders = DemoFolders.find(System.getenv());
        var report = new Report(narrator);
        try (var story = new Story(folders.documents())) {
            report.step(
                    "sample",
                    result -> result.put(
                            "folder",
                            folders.tables(Progress.NONE).folder().getFileName().toString()));
            report.step("verify", story::verify);
            report.step("open", story::open);
            report.step("query", story::ask);
            report.step("export", result -> story.export(out, result));
            report.step("prices", story::prices);
            report.step("quality", story::quality);
        } finally {
            report.write(out.resolve("report.json"));
        }
        return report;
    }
}
