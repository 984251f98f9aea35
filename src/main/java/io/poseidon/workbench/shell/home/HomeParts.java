package io.poseidon.workbench.shell.home;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What Home needs from the application.
///
/// @param unlocked the file that is open now
/// @param dialog asks for a file to open
/// @param shortcuts shows the sheet of keys
/// @param open opens that file
/// @param sample opens the sample purchase; empty where there is none
public record HomeParts(
        RecentPurchases recent,
        ObservableValue<Optional<Path>> unlocked,
        List<HealthCheck> checks,
        Runnable dialog,
        Runnable shortcuts,
        Consumer<Path> open,
        Optional<Runnable> sample,
        Clock clock) {}
