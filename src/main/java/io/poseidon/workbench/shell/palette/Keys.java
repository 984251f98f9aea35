package io.poseidon.workbench.shell.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// Keys as they stand on the key caps.
public final class Keys {

    private Keys() {}

    public static List<String> names(KeyCombination keys) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        var names = new ArrayList<String>();
        if (keys.getShortcut() == ModifierValue.DOWN || keys.getControl() == ModifierValue.DOWN) {
            names.add(mac && keys.getShortcut() == ModifierValue.DOWN ? "⌘" : "Ctrl");
        }
        if (keys.getAlt() == ModifierValue.DOWN) {
            names.add(mac ? "⌥" : "Alt");
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            names.add("⇧");
        }
        names.add(keys instanceof KeyCodeCombination code ? name(code.getCode()) : keys.getDisplayText());
        return names;
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case ENTER -> "↵";
            case ESCAPE -> "Esc";
            case COMMA -> ",";
            case PERIOD -> ".";
            case SLASH -> "/";
            case EQUALS -> "=";
            case MINUS -> "−";
            case DIGIT0 -> "0";
            default -> code.getName();
        };
    }
}
