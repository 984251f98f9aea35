package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts chosen rows on the clipboard, and says so.
final class GridCopy {

    /// More than this belongs into a file.
    static final long MOST_ROWS = 100_000;

    private final Surroundings surroundings;
    private final Words words;
    private final GridModel model;

    GridCopy(Surroundings surroundings, GridModel model) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(Words.class);
        this.model = model;
    }

    void copy(RowRanges rows, boolean withHeadings) {
        if (rows.count() == 0) {
            return;
        }
        if (rows.count() > MOST_ROWS) {
            surroundings.notices().tell(Problem.of(Problem.Kind.INPUT, Words.class, "copy-too-large", MOST_ROWS));
            return;
        }
        surroundings
                .jobs()
                .start(
                        words.now("grid.copying"),
                        progress -> {
                            var text = new CopyText(model).of(rows, withHeadings, progress);
                            model.leaving(text, rows.count());
                            return text;
                        },
                        outcome -> copied(rows, outcome));
    }

    private void copied(RowRanges rows, Outcome<String> outcome) {
        switch (outcome) {
            case Outcome.Done<String> done -> {
                var content = new ClipboardContent();
                content.putString(done.value());
                Clipboard.getSystemClipboard().setContent(content);
                surroundings.notices().tell(words.text("grid.copied", rows.count()));
            }
            case Outcome.Failed<String>(Problem problem) ->
                surroundings.notices().tell(problem);
            case Outcome.Failed<String> failed ->
                surroundings
                        .notices()
                        .tell(Problem.of(Problem.Kind.BUG, Words.class, "copy-failed")
                                .because(failed.cause()));
            case Outcome.Cancelled<String> cancelled -> {}
        }
    }
}
