package io.poseidon.workbench.query.view.editor;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.ui.Theme;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

/// The editor: colours, line numbers, completion (Ctrl+Space, Alt+/), remarks (Ctrl+/), marks under what was refused.
/// Whatever is put into it from outside can be undone.
public final class SqlEditor extends StackPane {

    private final CodeArea area = new CodeArea();
    private final StringProperty text;
    private final Completer completer;
    private final CompletionPopup completion = new CompletionPopup(this::take);
    private List<Place> marks = List.of();
    private boolean setting;

    /// Says what may follow at a place of a text, which counts in UTF-16 units.
    public interface Completer {
        List<Suggestion> at(String text, int caret);
    }

    /// Tab writes a tab; `way` says how the focus leaves, which is by Ctrl+Tab.
    public SqlEditor(
            StringProperty text, Completer completer, ObservableValue<String> name, ObservableValue<String> way) {
        this.text = text;
        this.completer = completer;
        area.setFont(Font.font(Theme.MONO, 13));
        area.setLineNumbersEnabled(true);
        area.setLineSpacing(3);
        area.accessibleTextProperty().bind(name);
        area.accessibleHelpProperty().bind(way);
        area.getStyleClass().add("sql-editor");
        area.setText(text.get());
        area.select(TextPos.ZERO); // without a caret nothing can be typed
        area.setSyntaxDecorator(new SqlDecorator(marks));
        area.getModel().addListener(change -> typed());
        text.addListener((property, before, now) -> replaced(now));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                completion.close();
            }
        });
        getChildren().add(area);
    }

    public void mark(List<Place> places) {
        marks = List.copyOf(places);
        area.setSyntaxDecorator(new SqlDecorator(marks));
    }

    /// Lines keep the colours of the theme they were drawn in.
    public void drawAnew() {
        mark(marks);
    }

    public void focus() {
        area.requestFocus();
    }

    /// Whether the list of completions is open, which Escape closes first.
    public boolean isCompleting() {
        return completion.isOpen();
    }

    /// Chooses the place a refusal points at.
    public void goTo(Place place) {
        int line = Math.clamp(place.line() - 1L, 0, area.getParagraphCount() - 1);
        int length = area.getPlainText(line).length();
        int from = Math.clamp(place.column() - 1L, 0, length);
        int to = Math.clamp((long) from + place.length(), from, length);
        area.select(TextPos.ofLeading(line, from), TextPos.ofLeading(line, to));
        area.requestFocus();
    }

    public void insert(String words) {
        var caret = area.getCaretPosition();
        var at = caret == null ? area.getDocumentEnd() : caret;
        area.replaceText(at, at, words);
        area.requestFocus();
    }

    private void typed() {
        if (area.getText().equals(text.get())) {
            return;
        }
        setting = true;
        if (!marks.isEmpty()) {
            mark(List.of());
        }
        text.set(area.getText());
        setting = false;
        if (completion.isOpen()) {
            complete();
        }
    }

    private void replaced(String now) {
        if (!setting && !now.equals(area.getText())) {
            area.replaceText(TextPos.ZERO, area.getDocumentEnd(), now);
        }
    }

    private void keys(KeyEvent event) {
        if (completion.takes(event)) {
            event.consume();
            return;
        }
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
        if (caret != null) {
            completion.show(area, caretOnScreen(), completer.at(area.getText(), offset(caret)));
        }
    }

    private void take(Suggestion suggestion) {
        area.replaceText(
                position(suggestion.from()), position(suggestion.from() + suggestion.length()), suggestion.text());
        area.requestFocus();
    }

    private int offset(TextPos caret) {
        int offset = 0;
        for (int line = 0; line < caret.index(); line++) {
            offset += area.getPlainText(line).length() + 1;
        }
        return offset + caret.offset();
    }

    private TextPos position(int offset) {
        int line = 0;
        int rest = offset;
        while (line < area.getParagraphCount() - 1
                && rest > area.getPlainText(line).length()) {
            rest -= area.getPlainText(line).length() + 1;
            line++;
        }
        return TextPos.ofLeading(line, rest);
    }

    /// The drawn caret, or the editor's corner where none is drawn.
    private Bounds caretOnScreen() {
        var caret = area.lookup(".caret");
        var bounds = caret == null ? null : caret.localToScreen(caret.getBoundsInLocal());
        var corner = area.localToScreen(area.getBoundsInLocal());
        return bounds == null ? new BoundingBox(corner.getMinX() + 48, corner.getMinY(), 1, 20) : bounds;
    }

    private void remark() {
        var caret = area.getCaretPosition();
        if (caret == null) {
            return;
        }
        var start = TextPos.ofLeading(caret.index(), 0);
        if (area.getPlainText(caret.index()).startsWith("-- ")) {
            area.replaceText(start, TextPos.ofLeading(caret.index(), 3), "");
        } else {
            area.replaceText(start, start, "-- ");
        }
    }
}
