package io.poseidon.workbench.app.demo;

import io.poseidon.workbench.app.window.Setting;
import io.poseidon.workbench.app.window.Setting.SamplePurchase;
import io.poseidon.workbench.app.window.Setting.Training;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.sample.SampleData;
import io.poseidon.workbench.training.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the sample brings to a window: its purchase, its own clock, its plan and its shards. Closing it ends the
/// shards' processes.
public final class DemoSetting implements AutoCloseable {

    private final DemoFolders folders;
    private final SampleVenue venue;
    private final SampleShards shards;

    private DemoSetting(DemoFolders folders) {
        this.folders = folders;
        this.venue = new SampleVenue(folders);
        this.shards = new SampleShards(folders);
    }

    public static DemoSetting find() {
        return new DemoSetting(DemoFolders.find(System.getenv()));
    }

    /// The plan and shards that an ordinary window starts with too.
    public Training training() {
        return new Training(Plan.read(folders.documents().plan()), venue.venue());
    }

    /// A window on the sample, at the sample's own time; `folder` keeps what the window writes.
    public Setting sample(Path folder) {
        var documents = folders.documents();
        return new Setting(
                folder,
                documents.trust(),
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), SampleData.CLOCK)),
                Optional.of(new SamplePurchase(documents.purchase(), documents.buyerIdentity(), documents.survey())),
                shards.all(),
                training());
    }

    DemoFolders folders() {
        return folders;
    }

    SampleVenue venue() {
        return venue;
    }

    @Override
    public void close() {
        Closing.all(venue, shards);
    }
}
