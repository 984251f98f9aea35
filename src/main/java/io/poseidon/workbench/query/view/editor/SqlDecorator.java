package io.poseidon.workbench.query.view.editor;

import io.poseidon.workbench.policy.Place;
import java.util.List;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// Lines of SQL in their colours, with the places that were refused tinted and underlined.
final class SqlDecorator implements SyntaxDecorator {

    private final List<Place> marks;

    SqlDecorator(List<Place> marks) {
        this.marks = marks;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        var line = model.getPlainText(index);
        var paragraph = RichParagraph.builder();
        for (var piece : SqlColours.of(line)) {
            paragraph.addWithStyleNames(
                    piece.text(), "sql-" + piece.kind().name().toLowerCase(Locale.ROOT));
        }
        for (var mark : marks) {
            int from = mark.column() - 1;
            if (mark.line() == index + 1 && from < line.length() && mark.length() > 0) {
                int length = Math.min(mark.length(), line.length() - from);
                paragraph.addHighlight(from, length, "sql-mark");
                paragraph.addWavyUnderline(from, length, "sql-mark-line");
            }
        }
        return paragraph.build();
    }

    @Override
    public void handleChange(
            CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {}
}
