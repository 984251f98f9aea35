package io.poseidon.workbench.shell;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the top and status bars say about the application, each only while it is true.
///
/// @param memory for the status bar; constant in pictures
public record TopFacts(
        ObservableValue<Optional<PurchaseLabel>> purchase,
        ObservableValue<Optional<Budget>> budget,
        ObservableValue<String> memory,
        boolean demo) {

    /// The open purchase as the top bar names it.
    public record PurchaseLabel(String title, String edition, String version, boolean unlocked) {}

    /// The privacy budget at the shards, in ρ.
    public record Budget(double spent, double total) {}

    /// Nothing open, no budget, no memory figure.
    public static TopFacts none() {
        return new TopFacts(
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(""),
                false);
    }
}
