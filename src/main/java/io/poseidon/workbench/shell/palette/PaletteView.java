package io.poseidon.workbench.shell.palette;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The palette over the window: a half-transparent ground, a field, the actions found, how to use it. Up and down
/// choose, Enter runs, Escape closes; the focus stays in the field throughout.
public final class PaletteView extends StackPane {

    private static final int MOST_SHOWN = 60;

    private final PaletteModel model;
    private final Words words;
    private final Runnable close;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final PaletteCount count;

    public PaletteView(PaletteModel model, Words words, Runnable close) {
        this.model = model;
        this.words = words.in(PaletteView.class);
        this.close = close;
        count = new PaletteCount(this.words);
        getStyleClass().add("scrim");
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
        getChildren().add(box());
        model.entries().subscribe(this::fill);
        model.chosenProperty().subscribe(this::markChosen);
        fill();
    }

    /// Empties the field and takes the focus.
    public void open() {
        model.reset();
        field.requestFocus();
    }

    private Node box() {
        var box = new VBox(head(), scroll, foot());
        box.getStyleClass().add("palette");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "palette-scroll");
        box.setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(box, javafx.geometry.Pos.TOP_CENTER);
        return box;
    }

    private Node head() {
        field.getStyleClass().add("palette-field");
        field.promptTextProperty().bind(words.text("prompt"));
        field.accessibleTextProperty().bind(words.text("prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(12, Icons.of(Feather.SEARCH, 16), field, count);
        head.getStyleClass().addAll("row", "palette-head");
        return head;
    }

    private Node foot() {
        var foot = new HBox(
                16,
                hint("move", "↑", "↓"),
                hint("run", "↵"),
                hint("close", "Esc"),
                Labels.spring(),
                Labels.caption(words.text("hangul")));
        foot.getStyleClass().addAll("row", "palette-foot");
        return foot;
    }

    private Node hint(String key, String... caps) {
        var row = new HBox(4);
        row.getStyleClass().add("row");
        for (var cap : caps) {
            row.getChildren().add(new KeyCap(cap));
        }
        row.getChildren().add(Labels.caption(words.text(key)));
        return row;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> run();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run() {
        model.runnable().ifPresent(action -> {
            close.run();
            action.perform();
        });
    }

    private void fill() {
        list.getChildren().clear();
        var entries = model.entries();
        for (int i = 0; i < Math.min(entries.size(), MOST_SHOWN); i++) {
            int index = i;
            var row = new PaletteRow(entries.get(i));
            row.setOnMouseMoved(event -> model.choose(index));
            row.setOnMouseClicked(event -> run());
            list.getChildren().add(row);
        }
        if (entries.isEmpty()) {
            var nothing = Labels.muted(words.text("nothing"));
            nothing.getStyleClass().add("palette-nothing");
            list.getChildren().add(nothing);
        }
        count.show(entries.size(), model.total());
        markChosen();
    }

    private void markChosen() {
        int chosen = model.chosenProperty().get();
        for (int i = 0; i < list.getChildren().size(); i++) {
            if (list.getChildren().get(i) instanceof PaletteRow row) {
                row.choose(i == chosen);
            }
        }
        double rows = Math.max(1, list.getChildren().size() - 1);
        scroll.setVvalue(chosen / rows);
    }
}
