package io.poseidon.workbench.query.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.Drafts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which own tables were laid beside what, so that they are there again after a restart: names, files and digests,
/// never what is in them. For its owner only. Any thread.
public final class UploadShelf {

    private static final JsonMapper JSON = new JsonMapper();

    /// @param place the edition, or the holder of the rows, beside which the table lies
    /// @param sha256 the digest of the table that was used
    public record Kept(String place, String name, Path file, String sha256) {}

    private final Path file;
    private final List<Kept> kept;

    private UploadShelf(Path file, List<Kept> kept) {
        this.file = file;
        this.kept = kept;
    }

    /// An absent file is an empty shelf, and so is one that cannot be understood.
    public static UploadShelf open(Path file) {
        try {
            return new UploadShelf(file, Files.exists(file) ? read(Files.readString(file)) : new ArrayList<>());
        } catch (CharacterCodingException noText) {
            return new UploadShelf(file, new ArrayList<>());
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, UploadShelf.class, "shelf-unreadable", file)
                    .because(e);
        }
    }

    /// In the order in which they were laid there.
    public synchronized List<Kept> at(String place) {
        return kept.stream().filter(one -> one.place().equals(place)).toList();
    }

    /// Says anew what lies at a place.
    public synchronized void put(String place, List<Kept> there) {
        kept.removeIf(one -> one.place().equals(place));
        kept.addAll(there);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, UploadShelf.class, "shelf-unwritable", file)
                    .because(e);
        }
        Drafts.writePrivate(file, draft -> Files.writeString(draft, written()));
    }

    private String written() {
        var document = JSON.createObjectNode();
        var tables = document.putArray("tables");
        kept.forEach(one -> tables.addObject()
                .put("place", one.place())
                .put("name", one.name())
                .put("file", one.file().toString())
                .put("sha256", one.sha256()));
        return document.toPrettyString() + "\n";
    }

    private static List<Kept> read(String text) {
        var kept = new ArrayList<Kept>();
        try {
            for (var table : JSON.readTree(text).path("tables")) {
                kept.add(new Kept(
                        word(table, "place"),
                        word(table, "name"),
                        Path.of(word(table, "file")),
                        word(table, "sha256")));
            }
        } catch (JsonProcessingException | InvalidPathException e) {
            return new ArrayList<>();
        }
        return kept;
    }

    private static String word(JsonNode table, String name) {
        return table.path(name).asText();
    }
}
