package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// What a person typed and asked, kept in a folder of theirs: the text in the editor (so that a crash loses two seconds
/// at most) and the history. Never a result.
public final class Workbook {

    private final Path draft;
    private final History history;

    public Workbook(Path folder) {
        this.draft = folder.resolve("query.sql");
        this.history = History.open(folder.resolve("history.jsonl"));
    }

    public History history() {
        return history;
    }

    /// The text of the last session; empty where there is none.
    String restored() {
        try {
            return Files.exists(draft) ? Files.readString(draft) : "";
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, Workbook.class, "draft-unreadable", draft)
                    .because(e);
        }
    }

    synchronized void save(String text) {
        try {
            Files.createDirectories(draft.toAbsolutePath().getParent());
            var part = draft.resolveSibling(draft.getFileName() + ".part");
            Files.writeString(part, text);
            Files.move(part, draft, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, Workbook.class, "draft-unwritable", draft)
                    .because(e);
        }
    }
}
