package io.poseidon.workbench.query.view;

import io.poseidon.workbench.app.window.Composition;
import io.poseidon.workbench.app.window.Setting;
import io.poseidon.workbench.query.view.question.PastQuestions;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.venue.VenueState;
import io.poseidon.workbench.ui.Pictures.Look;
import io.poseidon.workbench.ui.Snapshot;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

/// The whole window as a hand moves it, and pictures of it with the lists that are open over it. Not on the toolkit's
/// thread; closing ends what runs in it.
final class StateWindow implements AutoCloseable {

    private final Composition window;
    private final Stage stage;

    private StateWindow(Composition window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    static StateWindow open(Setting setting, Look look) {
        return Snapshot.onToolkit(() -> {
            var made = new Composition(setting, Optional.empty());
            var stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(made.workbench().scene(look.width(), look.height()));
            stage.show();
            return new StateWindow(made, stage);
        });
    }

    QueryTabs tabs() {
        return window.screens().query();
    }

    void act(Runnable action) {
        Snapshot.onToolkit(() -> {
            action.run();
            return true;
        });
        Snapshot.onToolkit(() -> true);
    }

    void idle() {
        Snapshot.idle(window.surroundings().jobs());
    }

    void place(String name) {
        act(() -> window.workbench().goTo(name));
        idle();
    }

    void openPurchase() {
        act(window::openSample);
        await(() -> window.screens().vault().openProperty().get().isPresent());
        place("query");
    }

    /// In the Vault beside the purchase that is open.
    void addPurchases(List<Path> files) {
        act(() -> window.open(files));
        idle();
        act(() -> window.screens().vault().purchases().getFirst());
    }

    void ask(String sql) {
        act(() -> tabs().ask(sql));
        idle();
        act(() -> tabs().shown().lookAhead());
        idle();
    }

    void repair() {
        act(() -> tabs().shown().useRepair());
        act(() -> tabs().shown().run());
        idle();
        act(() -> tabs().shown().lookAhead());
    }

    void filterHistory() {
        act(() -> {
            tabs().past().endedProperty().set(PastQuestions.Ended.REFUSED);
            tabs().past().searchProperty().set("spend");
        });
    }

    void shard(String name) {
        var places = window.screens().places();
        act(() -> places.shards().stream()
                .filter(shard -> shard.name().equals(name))
                .findFirst()
                .ifPresent(places::to));
        await(() -> places.stateProperty().get() instanceof VenueState.Open
                || places.stateProperty().get() instanceof VenueState.Failed);
    }

    /// Back at the purchase with one empty question.
    void tidy() {
        act(() -> {
            Window.getWindows().stream()
                    .filter(PopupWindow.class::isInstance)
                    .toList()
                    .forEach(Window::hide);
            tabs().past().endedProperty().set(PastQuestions.Ended.ALL);
            tabs().past().searchProperty().set("");
            tabs().open("");
            while (tabs().tabs().size() > 1) {
                tabs().close(tabs().tabs().getFirst());
            }
            window.screens().places().toCells();
        });
        idle();
    }

    void fire(String button) {
        act(() -> ((ButtonBase) stage.getScene().getRoot().lookup(button)).fire());
    }

    void selectTab(String pane, int index) {
        act(() -> ((TabPane) stage.getScene().getRoot().lookup(pane))
                .getSelectionModel()
                .select(index));
    }

    void showLastColumn(String table) {
        act(() -> {
            var grid = (TableView<?>) stage.getScene().getRoot().lookup(table);
            grid.scrollToColumnIndex(grid.getColumns().size() - 1);
        });
    }

    /// Types a text and asks for completions in its line and column.
    void complete(String text, int line, int column) {
        act(() -> tabs().show(text));
        act(() -> {
            var area = (CodeArea) stage.getScene().getRoot().lookup(".sql-editor");
            area.requestFocus();
            area.select(TextPos.ofLeading(line, column));
        });
        act(() -> stage.getScene()
                .getRoot()
                .lookup(".sql-editor")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, true, false, false)));
    }

    void look(Look look) {
        act(() -> {
            var theme = window.surroundings().theme();
            theme.modeProperty().set(look.mode());
            theme.zoomProperty().set(look.zoom());
            window.surroundings().words().languageProperty().set(look.language());
            stage.setWidth(look.width());
            stage.setHeight(look.height());
        });
    }

    void picture(Path file) {
        act(() -> Snapshot.take(stage.getScene()));
        Snapshot.save(Snapshot.onToolkit(this::taken), file);
    }

    /// The scene, and over it what has a window of its own.
    private WritableImage taken() {
        var scene = stage.getScene();
        var whole = SwingFXUtils.fromFXImage(Snapshot.take(scene), null);
        var canvas = new BufferedImage(whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var pen = canvas.createGraphics();
        pen.drawImage(whole, 0, 0, null);
        for (var above : List.copyOf(Window.getWindows())) {
            if (above instanceof PopupWindow && above.isShowing()) {
                var image = SwingFXUtils.fromFXImage(Snapshot.take(above.getScene()), null);
                pen.drawImage(image, (int) (above.getX() - stage.getX()), (int) (above.getY() - stage.getY()), null);
            }
        }
        pen.dispose();
        return SwingFXUtils.toFXImage(canvas, null);
    }

    private void await(Callable<Boolean> condition) {
        for (int i = 0; i < 6000 && !Snapshot.onToolkit(condition); i++) {
            pause(10);
        }
        idle();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        act(() -> {
            window.close();
            stage.close();
        });
    }
}
