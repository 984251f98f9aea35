package io.poseidon.workbench.app.demo;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The main job from end to end without a display: `report.json` and pictures.
public final class HeadlessDemo {

    private HeadlessDemo() {}

    /// Writes to `out`, which is made; `narrator` is told of each step.
    public static Report run(Path out, Consumer<String> narrator) throws IOException {
        withoutADisplay();
        Files.createDirectories(out);
        var report = new Report(narrator);
        try (var demo = DemoSetting.find()) {
            report.step("sample", result -> result.put("people", people(demo)));
            purchase(demo, out, report);
            report.step("shards", result -> result.put("processes", processes(demo)));
            report.step(
                    "train",
                    result -> RemoteTraining.run(
                            demo.venue().venue(), demo.folders().documents().plan(), out.resolve("model"), result));
            report.step("pictures", result -> Pictures.take(demo, out, result));
        } finally {
            report.write(out.resolve("report.json"));
        }
        return report;
    }

    /// The toolkit's own headless platform and software renderer: the same pixels everywhere.
    private static void withoutADisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    private static void purchase(DemoSetting demo, Path out, Report report) {
        try (var story = new Story(demo.folders().documents())) {
            report.step("verify", story::verify);
            report.step("open", story::open);
            report.step("query", story::ask);
            report.step("export", result -> story.export(out, result));
            report.step("prices", story::prices);
            report.step("quality", story::quality);
        }
    }

    /// Makes the shards' tables where they are missing.
    private static int people(DemoSetting demo) {
        demo.folders().tables(Progress.NONE);
        return SampleData.SHARD_PEOPLE;
    }

    private static int processes(DemoSetting demo) {
        return demo.venue().started(Progress.NONE).children().size();
    }
}
