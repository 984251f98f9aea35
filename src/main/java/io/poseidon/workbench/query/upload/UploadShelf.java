package io.poseidon.workbench.query.upload;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.result.Drafts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which own tables were laid beside what, so that they are there again after a restart: names, files and digests,
/// never what is in them. For its owner only. A file that cannot be read or understood is left as it is: nothing is
/// written over it, and what is laid is remembered by the process alone. Any thread.
public final class UploadShelf {

    private static final JsonMapper JSON = new JsonMapper();

    /// @param place the edition, or the holder of the rows, beside which the table lies
    /// @param sha256 the digest of the table that was used
    public record Kept(String place, String name, Path file, String sha256) {}

    private final Path file;
    private final List<Kept> kept;
    private final Optional<Problem> trouble;
    private final Object writing = new Object();

    private UploadShelf(Path file, List<Kept> kept, Optional<Problem> trouble) {
        this.file = file;
        this.kept = new ArrayList<>(kept);
        this.trouble = trouble;
    }

    /// An absent file is an empty shelf, and so is an empty one.
    public static UploadShelf open(Path file) {
        try {
            return new UploadShelf(
                    file, Files.exists(file) ? read(Files.readString(file)) : List.of(), Optional.empty());
        } catch (CharacterCodingException | JsonProcessingException | InvalidPathException e) {
            return broken(file, "shelf-damaged", e);
        } catch (IOException e) {
            return broken(file, "shelf-unreadable", e);
        }
    }

    private static UploadShelf broken(Path file, String code, Exception cause) {
        var problem = Problem.of(Kind.INPUT, UploadShelf.class, code, file).because(cause);
        return new UploadShelf(file, List.of(), Optional.of(problem));
    }

    /// Why nothing is kept for the next session, where that is so.
    public Optional<Problem> trouble() {
        return trouble;
    }

    /// In the order in which they were laid there.
    public synchronized List<Kept> at(String place) {
        return kept.stream().filter(one -> one.place().equals(place)).toList();
    }

    /// Says anew what lies at a place; whether that is news, to be kept by [#save].
    public synchronized boolean lay(String place, List<Kept> there) {
        if (there.equals(at(place))) {
            return false;
        }
        kept.removeIf(one -> one.place().equals(place));
        kept.addAll(there);
        return true;
    }

    /// Keeps what lies where now. Whoever comes last keeps the last of it, in whatever order calls began.
    public void save() {
        if (trouble.isPresent()) {
            return;
        }
        synchronized (writing) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw Problem.of(Kind.SURROUNDINGS, UploadShelf.class, "shelf-unwritable", file)
                        .because(e);
            }
            var now = written();
            Drafts.writePrivate(file, draft -> Files.writeString(draft, now));
        }
    }

    private synchronized String written() {
        var document = JSON.createObjectNode();
        var tables = document.putArray("tables");
        kept.forEach(one -> tables.addObject()
                .put("place", one.place())
                .put("name", one.name())
                .put("file", one.file().toString())
                .put("sha256", one.sha256()));
        return document.toPrettyString() + "\n";
    }

    private static List<Kept> read(String text) throws JsonProcessingException {
        if (text.isBlank()) {
            return List.of();
        }
        var tables = JSON.readTree(text).path("tables");
        if (!tables.isArray()) {
            throw new JsonParseException(null, "no tables");
        }
        var kept = new ArrayList<Kept>();
        for (var table : tables) {
            kept.add(new Kept(
                    word(table, "place"), word(table, "name"), Path.of(word(table, "file")), word(table, "sha256")));
        }
        return kept;
    }

    private static String word(JsonNode table, String name) {
        return table.path(name).asText();
    }
}
