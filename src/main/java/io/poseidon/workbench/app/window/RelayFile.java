package io.poseidon.workbench.app.window;

import io.poseidon.workbench.app.window.Setting.Training;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.remote.Venues;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.training.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The relay that a person's training runs go to, in `training.yaml` of the settings folder:
///
/// ```yaml
/// training: 1
/// relay: relay.example:7443
/// tls: tls              # the member's files, as pki made them
/// name: buyer
/// plan: plan.yaml       # paths are relative to this file
/// ```
public final class RelayFile {

    static final String NAME = "training.yaml";

    private RelayFile() {}

    /// Empty where there is no such file; a file that does not fit is a problem that names the line.
    public static Optional<Training> read(Path folder) {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var document = Document.read(file).onlyKeys("training", "relay", "tls", "name", "plan");
        if (document.required("training").integer() != 1) {
            throw document.required("training").expected("1");
        }
        var venue = Venues.atRelay(
                Address.parse(document.required("relay").text()),
                folder.resolve(document.required("tls").text()),
                document.required("name").text());
        return Optional.of(
                new Training(Plan.read(folder.resolve(document.required("plan").text())), venue));
    }
}
