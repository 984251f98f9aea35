package io.poseidon.workbench.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Labeled;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a screen says, for journeys.
public final class Labels {

    private static final long PATIENCE_MILLIS = 60_000;

    private Labels() {}

    /// Every label, button and tick box, a line each.
    public static String texts(FxRobot robot) {
        return String.join("\n", all(robot));
    }

    /// Whether one of them has these words in it.
    public static boolean shows(FxRobot robot, String words) {
        return all(robot).stream().anyMatch(text -> text.contains(words));
    }

    /// Looked up on the toolkit's thread, since elsewhere a scene may change meanwhile.
    private static List<String> all(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> found(robot));
    }

    private static List<String> found(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(Objects::nonNull)
                .toList();
    }
}
