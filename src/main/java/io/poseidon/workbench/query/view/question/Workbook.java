package io.poseidon.workbench.query.view.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.result.Drafts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What a person typed and asked, kept in a folder of theirs: the texts of the tabs (so that a crash loses two seconds
/// at most) and the history. Never a result. What cannot be read is told and left as it is, and nothing is written over
/// it. Any thread.
public final class Workbook {

    private static final JsonMapper JSON = new JsonMapper();

    /// The texts of the tabs in order, and which of them was shown. Never empty.
    public record Pages(List<String> texts, int shown) {

        static final Pages EMPTY = new Pages(List.of(""), 0);

        public Pages {
            texts = texts.isEmpty() ? List.of("") : List.copyOf(texts);
            shown = Math.clamp(shown, 0, texts.size() - 1);
        }
    }

    private final Path drafts;
    private final History history;
    private final Pages restored;
    private final List<Problem> troubles = new ArrayList<>();
    private final boolean writable;

    public Workbook(Path folder) {
        this.drafts = folder.resolve("query-drafts.json");
        this.history = found(() -> History.open(folder.resolve("history.jsonl")), History::inMemory);
        int before = troubles.size();
        this.restored = found(() -> restored(drafts), () -> Pages.EMPTY);
        this.writable = troubles.size() == before;
    }

    public History history() {
        return history;
    }

    /// Why something of this is not kept for the next session.
    public List<Problem> troubles() {
        return List.copyOf(troubles);
    }

    /// The texts of the last session; one empty page where there is none, or where what is there cannot be understood.
    Pages restored() {
        return restored;
    }

    /// Whether it is on disk now.
    synchronized boolean save(Pages pages) {
        if (!writable) {
            return false;
        }
        try {
            Files.createDirectories(drafts.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, Workbook.class, "draft-unwritable", drafts)
                    .because(e);
        }
        Drafts.write(drafts, draft -> Files.writeString(draft, written(pages)));
        return true;
    }

    private <T> T found(Supplier<T> there, Supplier<T> otherwise) {
        try {
            return there.get();
        } catch (Problem problem) {
            troubles.add(problem);
            return otherwise.get();
        }
    }

    private static Pages restored(Path drafts) {
        try {
            return Files.exists(drafts) ? read(Files.readString(drafts)) : Pages.EMPTY;
        } catch (CharacterCodingException noText) {
            return Pages.EMPTY;
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, Workbook.class, "draft-unreadable", drafts)
                    .because(e);
        }
    }

    private static String written(Pages pages) {
        var document = JSON.createObjectNode().put("shown", pages.shown());
        pages.texts().forEach(document.putArray("texts")::add);
        return document.toPrettyString() + "\n";
    }

    private static Pages read(String text) {
        try {
            var document = JSON.readTree(text);
            var texts = new ArrayList<String>();
            document.path("texts").forEach(page -> texts.add(page.asText()));
            return new Pages(texts, document.path("shown").asInt());
        } catch (JsonProcessingException e) {
            return Pages.EMPTY;
        }
    }
}
