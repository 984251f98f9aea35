package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tone;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/// A problem where its result would be: what happened, what to do next, its code, and Copy details. A refusal is amber,
/// everything else red.
public final class ProblemState extends VBox {

    public ProblemState(Words words, Problem problem, Node... actions) {
        this(words, tone(problem), problem, actions);
    }

    /// In another colour, where nothing is broken: what only has to be waited for is amber too.
    public ProblemState(Words words, Tone tone, Problem problem, Node... actions) {
        getStyleClass().add("problem-state");
        var kit = words.in(Words.class);
        var note = new Note(tone, words.message(problem), words.next(problem));
        var copy = Buttons.small(kit.text("problem.copy"), () -> copy(words, problem));
        var row = Labels.row(actions);
        row.getChildren().addAll(copy, Labels.spring(), code(problem));
        row.getStyleClass().add("note-actions");
        note.and(row);
        note.setMaxWidth(560);
        getChildren().add(note);
    }

    private static Tone tone(Problem problem) {
        return problem.kind() == Problem.Kind.REFUSED || problem.kind() == Problem.Kind.CANCELLED
                ? Tone.WARNING
                : Tone.DANGER;
    }

    /// The text of Copy details: code, sentence, next step; nothing about files or people beyond what the screen says.
    public static String details(Words words, Problem problem) {
        var locale = words.language().locale();
        return "%s%n%s%n%s%n".formatted(problem.code(), problem.message(locale), problem.next(locale));
    }

    private static Node code(Problem problem) {
        var code = Labels.mono(problem.code());
        code.getStyleClass().addAll("s", "muted");
        return code;
    }

    private static void copy(Words words, Problem problem) {
        var content = new ClipboardContent();
        content.putString(details(words, problem));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
