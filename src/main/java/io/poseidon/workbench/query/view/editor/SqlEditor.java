package io.poseidon.workbench.query.view.editor;

import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.ui.Theme;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// The editor: colours, line numbers, completion (Ctrl+Space, Alt+/), remarks (Ctrl+/), marks under what was refused.
public final class SqlEditor extends StackPane {

    private final CodeArea area = new CodeArea();
    private final StringProperty text;
    private final Supplier<List<Schema>> schemas;
    private List<Place> marks = List.of();
    private boolean setting;

    public SqlEditor(StringProperty text, Supplier<List<Schema>> schemas, String name) {
        this.text = text;
        this.schemas = schemas;
        area.setFont(Font.font(Theme.MONO, 13));
        area.setLineNumbersEnabled(true);
        area.setLineSpacing(3);
        area.setAccessibleText(name);
        area.getStyleClass().add("sql-editor");
        area.setText(text.get());
        area.setSyntaxDecorator(new Colours());
        area.getModel().addListener(change -> typed());
        text.addListener((property, before, now) -> replaced(now));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        getChildren().add(area);
    }

    public void mark(List<Place> places) {
        marks = List.copyOf(places);
        area.setSyntaxDecorator(new Colours());
    }

    public void focus() {
        area.requestFocus();
    }

    /// Puts the caret where a refusal points.
    public void goTo(Place place) {
        area.select(TextPos.ofLeading(place.line() - 1, place.column() - 1));
        area.requestFocus();
    }

    public void insert(String words) {
        var caret = area.getCaretPosition();
        if (caret != null) {
            area.replaceText(caret, caret, words);
        }
        area.requestFocus();
    }

    private void typed() {
        if (area.getText().equals(text.get())) {
            return;
        }
        setting = true;
        marks = List.of();
        text.set(area.getText());
        setting = false;
    }

    private void replaced(String now) {
        if (!setting && !now.equals(area.getText())) {
            area.setText(now);
        }
    }

    private void keys(KeyEvent event) {
        boolean complete = event.isShortcutDown() && event.getCode() == KeyCode.SPACE
                || event.isAltDown() && event.getCode() == KeyCode.SLASH;
        if (complete) {
            complete();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.SLASH) {
            remark();
            event.consume();
        }
    }

    private void complete() {
        var caret = area.getCaretPosition();
        if (caret == null) {
            return;
        }
        var line = area.getPlainText(caret.index());
        var prefix = Completion.prefix(line, Math.min(caret.offset(), line.length()));
        var menu = new ContextMenu();
        for (var word : Completion.of(prefix, schemas.get())) {
            var item = new MenuItem(word);
            item.setMnemonicParsing(false);
            item.setOnAction(event ->
                    area.replaceText(TextPos.ofLeading(caret.index(), caret.offset() - prefix.length()), caret, word));
            menu.getItems().add(item);
        }
        if (!menu.getItems().isEmpty()) {
            menu.show(area, Side.TOP, 60, 24.0 * (caret.index() + 1));
        }
    }

    private void remark() {
        var caret = area.getCaretPosition();
        if (caret == null) {
            return;
        }
        var line = area.getPlainText(caret.index());
        var start = TextPos.ofLeading(caret.index(), 0);
        if (line.startsWith("-- ")) {
            area.replaceText(start, TextPos.ofLeading(caret.index(), 3), "");
        } else {
            area.replaceText(start, start, "-- ");
        }
    }

    private final class Colours implements SyntaxDecorator {

        @Override
        public RichParagraph createRichParagraph(CodeTextModel model, int index) {
            var line = model.getPlainText(index);
            var paragraph = RichParagraph.builder();
            for (var piece : SqlColours.of(line)) {
                paragraph.addWithStyleNames(
                        piece.text(), "sql-" + piece.kind().name().toLowerCase(Locale.ROOT));
            }
            for (var mark : marks) {
                if (mark.line() == index + 1 && mark.column() - 1 < line.length()) {
                    int from = mark.column() - 1;
                    int length = Math.max(1, Math.min(mark.length(), line.length() - from));
                    paragraph.addHighlight(from, length, "sql-mark");
                }
            }
            return paragraph.build();
        }

        @Override
        public void handleChange(
                CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {}
    }
}
