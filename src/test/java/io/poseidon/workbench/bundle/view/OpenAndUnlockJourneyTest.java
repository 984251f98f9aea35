package io.poseidon.workbench.bundle.view;

import static io.poseidon.workbench.ui.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A buyer opens a sealed file, types the passphrase of the identity, and has the purchase open; another file turns out
/// to be by somebody unknown, and is closed.
@ExtendWith(ApplicationExtension.class)
final class OpenAndUnlockJourneyTest {

    private static final Sealed SEALED = new Sealed();
    private static final Sealed STRANGER = new Sealed();

    @TempDir
    private static Path folder;

    private VaultModel model;
    private final Words words = new Words(Language.ENGLISH);

    @Start
    private void start(Stage stage) {
        var theme = new Theme();
        var surroundings = Sight.surroundings(theme, words);
        var trust = Trust.userFolder(Map.of("XDG_CONFIG_HOME", folder.toString()));
        Trust.add(trust, "Hangang Data Market", SEALED.signer.verifyingKey());
        model = new VaultModel(surroundings.jobs(), SEALED.engine, trust, Clock.fixed(Sealed.DURING, ZoneOffset.UTC));
        var identity = folder.resolve("wrapped.key");
        try (var passphrase = Passphrase.of("horse".toCharArray())) {
            IdentityFile.write(identity, SEALED.buyer, Optional.of(passphrase));
        }
        var desk = new Desk(surroundings, model, (owner, what, patterns) -> Optional.of(identity));
        stage.setScene(theme.scene(Pictures.framed(new VaultWorkspace(desk), 1440), 1000, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model.close());
        SEALED.close();
        STRANGER.close();
    }

    @Test
    void opensASealedFileAndUnlocksIt(FxRobot robot) throws Exception {
        var file = SEALED.writeTo(folder);
        robot.interact(() -> model.add(file));
        until(() -> shows(robot, "Unlock with your identity"));
        assertTrue(shows(robot, "Card spending by region"));

        robot.interact(() -> button(robot, "#choose-identity").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#passphrase").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#passphrase").queryAs(PasswordField.class).setText("horse"));
        robot.interact(
                () -> robot.lookup("#passphrase").queryAs(PasswordField.class).fireEvent(new ActionEvent()));
        until(() -> shows(robot, "Decrypted to memory only"));
        assertTrue(shows(robot, "6 of 6 steps passed"));

        robot.interact(() -> words.languageProperty().set(Language.KOREAN));
        assertTrue(shows(robot, "지역별 카드 소비"));
        assertTrue(shows(robot, "메모리에만 복호화됨"));
        robot.interact(() -> words.languageProperty().set(Language.ENGLISH));

        var foreign = STRANGER.writeTo(folder.resolve("foreign.poseidon"), Manifests.cardSpend(), STRANGER.buyer);
        robot.interact(() -> model.add(foreign));
        until(() -> shows(robot, "unknown-signer"));
        assertEquals(List.of("foreign.poseidon"), titles(robot));
        until(() -> button(robot, "#close-file").isFocused());
        robot.type(KeyCode.SPACE);
        until(() -> shows(robot, "Decrypted to memory only"));
        assertFalse(shows(robot, "foreign.poseidon"));
    }

    private static List<String> titles(FxRobot robot) {
        return robot.lookup(".page-head .t20").queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static Node button(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled && text.equals(labeled.getText()))
                .tryQuery()
                .isPresent();
    }
}
