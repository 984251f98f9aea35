package io.poseidon.workbench.ui.workspace;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/// Something a person can do from the command palette and, with a key, from anywhere in its workspace.
///
/// @param id stable, `vault.open`: unique in the application
/// @param key works by key code, so also while Hangul is being typed
/// @param enabled while false the palette shows it muted and the key does nothing
public record Action(
        String id,
        ObservableValue<String> title,
        Ikon icon,
        Optional<KeyCombination> key,
        ObservableBooleanValue enabled,
        Runnable run) {

    /// Always enabled, no key.
    public static Action of(String id, ObservableValue<String> title, Ikon icon, Runnable run) {
        return new Action(id, title, icon, Optional.empty(), always(), run);
    }

    /// Always enabled; `key` as in [KeyCombination#valueOf]: `"Shortcut+O"`, `"Alt+1"`, `"F8"`.
    public static Action of(String id, ObservableValue<String> title, Ikon icon, String key, Runnable run) {
        return new Action(id, title, icon, Optional.of(KeyCombination.valueOf(key)), always(), run);
    }

    public Action enabledWhile(ObservableBooleanValue condition) {
        return new Action(id, title, icon, key, condition, run);
    }

    /// Runs it if it is enabled.
    public void perform() {
        if (enabled.get()) {
            run.run();
        }
    }

    private static ObservableBooleanValue always() {
        return Bindings.createBooleanBinding(() -> true);
    }
}
