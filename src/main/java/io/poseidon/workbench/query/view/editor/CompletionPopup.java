package io.poseidon.workbench.query.view.editor;

import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.part.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The list under the caret. The editor keeps the focus and hands its keys over: up and down choose, Enter and Tab
/// take, Escape closes; everything else goes on being typed.
final class CompletionPopup {

    private static final int ROW = 24;
    private static final int MOST_ROWS = 10;
    private static final double WIDTH = 320;

    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private final Consumer<Suggestion> take;

    CompletionPopup(Consumer<Suggestion> take) {
        this.take = take;
        list.getStyleClass().add("completion");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> takeChosen());
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.getContent().add(list);
    }

    boolean isOpen() {
        return popup.isShowing();
    }

    /// Shows the proposals under the caret, or closes where there are none.
    void show(Node owner, Bounds caretOnScreen, List<Suggestion> proposals) {
        if (proposals.isEmpty()) {
            close();
            return;
        }
        list.getItems().setAll(proposals);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        double height = Math.min(proposals.size(), MOST_ROWS) * ROW + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setMaxHeight(height);
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        popup.getScene().getStylesheets().add(String.valueOf(CompletionPopup.class.getResource("editor.css")));
        popup.getScene()
                .getRoot()
                .getStyleClass()
                .setAll(owner.getScene().getRoot().getStyleClass());
        popup.show(owner, caretOnScreen.getMinX(), caretOnScreen.getMaxY() + 4);
    }

    void close() {
        popup.hide();
    }

    /// Whether the key was for the list.
    boolean takes(KeyEvent event) {
        if (!isOpen() || event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        int last = list.getItems().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(at == last ? 0 : at + 1);
            case UP -> choose(at == 0 ? last : at - 1);
            case PAGE_DOWN -> choose(Math.min(last, at + MOST_ROWS));
            case PAGE_UP -> choose(Math.max(0, at - MOST_ROWS));
            case ENTER, TAB -> takeChosen();
            case ESCAPE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - MOST_ROWS / 2));
    }

    private void takeChosen() {
        var chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            take.accept(chosen);
        }
    }

    /// Icon, name, and what it is.
    private static final class Row extends ListCell<Suggestion> {

        @Override
        protected void updateItem(@Nullable Suggestion proposal, boolean empty) {
            super.updateItem(proposal, empty);
            setText(null);
            setGraphic(empty || proposal == null ? null : line(proposal));
        }

        private static HBox line(Suggestion proposal) {
            var detail = Labels.muted(proposal.detail());
            detail.setMinWidth(USE_PREF_SIZE);
            var line = Labels.row(
                    Icons.of(icon(proposal.kind()), 12), Labels.mono(proposal.text()), Labels.spring(), detail);
            line.setMaxWidth(WIDTH - 24);
            return line;
        }

        private static Feather icon(Suggestion.Kind kind) {
            return switch (kind) {
                case COLUMN -> Feather.COLUMNS;
                case VALUE -> Feather.TYPE;
                case FUNCTION -> Feather.ACTIVITY;
                case TABLE -> Feather.GRID;
                case KEYWORD -> Feather.CODE;
            };
        }
    }
}
