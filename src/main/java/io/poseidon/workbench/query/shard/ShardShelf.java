package io.poseidon.workbench.query.shard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.result.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The shard folders that a person opened, the newest first, kept in a file of theirs. Never what was asked there. Any
/// thread.
public final class ShardShelf {

    private static final int MOST = 8;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// In the person's own folder for this application.
    public ShardShelf(Path folder) {
        this.file = folder.resolve("query-shards.json");
    }

    /// None where nothing is kept, or what is kept cannot be read.
    public synchronized List<Path> folders() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var folders = new ArrayList<Path>();
            JSON.readTree(Files.readString(file))
                    .path("folders")
                    .forEach(entry -> folders.add(Path.of(entry.asText())));
            return folders;
        } catch (IOException | InvalidPathException e) {
            return List.of(); // costs the person the list and nothing else
        }
    }

    /// Puts it first.
    public synchronized void remember(Path folder) {
        var kept = new ArrayList<>(folders());
        kept.remove(folder);
        kept.addFirst(folder);
        write(kept.subList(0, Math.min(MOST, kept.size())));
    }

    public synchronized void forget(Path folder) {
        var kept = new ArrayList<>(folders());
        if (kept.remove(folder)) {
            write(kept);
        }
    }

    private void write(List<Path> folders) {
        var document = JSON.createObjectNode();
        var list = document.putArray("folders");
        folders.forEach(folder -> list.add(folder.toString()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, ShardShelf.class, "shards-unwritable", file)
                    .because(e);
        }
        Drafts.write(file, draft -> Files.writeString(draft, document.toPrettyString() + "\n"));
    }
}
