package io.poseidon.workbench.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.ui.FocusNames;
import io.poseidon.workbench.ui.Seen;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.TabWalk;
import io.poseidon.workbench.ui.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What every place shows on the sample, as a person with weak eyes, without a mouse or with a screen reader meets it.
class SightTest {

    @TempDir
    private static Path folder;

    private static WholeWindow window;

    @BeforeAll
    static void open() {
        window = WholeWindow.open(folder);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    void everyWordAndIconStandsOutFromWhatIsUnderIt() {
        var faint = new ArrayList<String>();
        int measured = 0;
        for (var mode : Theme.Mode.values()) {
            window.act(() ->
                    window.composition().surroundings().theme().modeProperty().set(mode));
            for (var place : WholeWindow.PLACES) {
                window.place(place);
                var seen = Snapshot.onToolkit(() -> Seen.in(window.scene()));
                measured += seen.size();
                seen.stream().filter(Seen::faint).forEach(one -> faint.add(mode + " " + place + ": " + one));
            }
        }
        assertEquals(List.of(), faint, () -> String.join("\n", faint));
        assertTrue(measured > 1_000, "measured " + measured);
    }

    @ParameterizedTest
    @FieldSource("io.poseidon.workbench.app.window.WholeWindow#PLACES")
    void tabReachesEveryControlInReadingOrderAndLeadsOut(String place) {
        window.place(place);
        assertEquals(List.of(), Snapshot.onToolkit(SightTest::missingOnAWalk));
    }

    /// At one go, so that no job that ends meanwhile takes a control away.
    private static List<String> missingOnAWalk() {
        var walk = TabWalk.through(window.scene());
        var order = walk.order(regions());
        var missing = Map.<String, List<String>>of(
                "too few",
                        walk.visited().size() > 15
                                ? List.of()
                                : List.of(walk.visited().toString()),
                "regions out of order",
                        order.equals(order.stream().sorted().toList()) ? List.of() : List.of("" + order),
                "backwards", walk.backwards(regions()),
                "traps", walk.traps(),
                "keep Tab and say nothing", walk.silentKeepers(),
                "unreached", walk.unreached(),
                "without a tooltip", walk.unexplained(),
                "without a name", FocusNames.nameless(window.scene().getRoot()));
        return missing.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> "\n" + one.getKey() + ":\n" + String.join("\n", one.getValue()))
                .toList();
    }

    /// From top to bottom, and from left to right.
    private static List<Node> regions() {
        return Stream.of(".top-bar", ".rail", ".region-side", ".region-main", ".dock", ".region-inspector", ".status")
                .map(window.scene().getRoot()::lookup)
                .filter(Objects::nonNull)
                .toList();
    }
}
