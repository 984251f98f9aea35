package io.poseidon.workbench.ui.workspace;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;

/// One place of the rail: Vault, Explore, Query, …. The window calls it on the toolkit's thread only.
///
/// Constructing one is cheap: nodes are made by [#regions], once, when it is first shown. Listeners on what outlives
/// the workspace (the open purchase, jobs) are added in [#activated] and removed in [#deactivated], in pairs; a result
/// that arrives after that is dropped or kept in the view model, never shown by a hidden view.
public interface Workspace {

    /// Lower case, one word: `vault`. Names pictures and settings.
    String id();

    ObservableValue<String> title();

    Ikon icon();

    /// Called once, before the first [#activated].
    Regions regions();

    /// What the status bar says while this workspace is shown.
    default ObservableValue<Status> status() {
        return new SimpleObjectProperty<>(new Status(Status.State.READY, "", List.of(), List.of()));
    }

    /// The badge in the top bar while this workspace is shown.
    default ObservableValue<Mode> mode() {
        return new SimpleObjectProperty<>(Mode.LIVE);
    }

    /// Filters that apply, as short chips in the top bar: `region 5`.
    default ObservableValue<List<String>> filters() {
        return new SimpleObjectProperty<>(List.of());
    }

    /// For the command palette; keys work while this workspace is shown.
    default List<Action> actions() {
        return List.of();
    }

    default void activated() {}

    default void deactivated() {}
}
