package io.poseidon.workbench.app.window;

import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.training.Venue;
import io.poseidon.workbench.training.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What a window stands on: an ordinary one on the user's folders and the wall's clock, the sample's on its own.
///
/// @param folder keeps settings, history and drafts
/// @param trust the trusted signers
/// @param sample opened by itself, and the reason for the DEMO badge
/// @param shards that can be asked besides those that the person opened
/// @param training the plan and the shards that the Training place starts with
public record Setting(
        Path folder, Path trust, Clock clock, Optional<SamplePurchase> sample, List<Shard> shards, Training training) {

    public Setting {
        shards = List.copyOf(shards);
    }

    /// A sealed file, the identity that opens it, and what surveyed buyers would pay for its versions.
    public record SamplePurchase(Path file, Path identity, Path survey) {}

    public record Training(Plan plan, Venue venue) {}

    public static Setting ordinary(Path folder, Training training) {
        return new Setting(
                folder,
                Trust.userFolder(System.getenv()),
                Clock.systemDefaultZone(),
                Optional.empty(),
                List.of(),
                training);
    }
}
