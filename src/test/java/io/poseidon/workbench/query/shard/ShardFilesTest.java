package io.poseidon.workbench.query.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShardFilesTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheRowsThePolicyAndAPlaceForTheState() throws IOException {
        Files.writeString(folder.resolve("rows.PARQUET"), "");
        Files.writeString(folder.resolve("what.yml"), "");
        Files.writeString(folder.resolve("notes.txt"), "");
        assertEquals(
                new ShardFiles(folder.resolve("rows.PARQUET"), folder.resolve("what.yml"), folder.resolve("state")),
                ShardFiles.in(folder));
    }

    @Test
    void saysWhatIsMissingAndWhatIsThereTwice() throws IOException {
        assertEquals("shard-no-folder", code(folder.resolve("none")));
        assertEquals("shard-data-missing", code(folder));
        Files.writeString(folder.resolve("a.csv"), "");
        assertEquals("shard-policy-missing", code(folder));
        Files.writeString(folder.resolve("b.csv"), "");
        assertEquals("shard-data-several", code(folder));
        Files.delete(folder.resolve("b.csv"));
        Files.writeString(folder.resolve("a.yaml"), "");
        Files.writeString(folder.resolve("b.yaml"), "");
        assertEquals("shard-policy-several", code(folder));
    }

    @Test
    void theShelfKeepsTheNewestFirstAndSurvivesRubbish() throws IOException {
        var shelf = new ShardShelf(folder.resolve("person"));
        assertEquals(List.of(), shelf.folders());
        IntStream.range(0, 10).forEach(i -> shelf.remember(Path.of("/shard" + i)));
        shelf.remember(Path.of("/shard5"));
        assertEquals(
                Path.of("/shard5"),
                new ShardShelf(folder.resolve("person")).folders().getFirst());
        assertEquals(8, shelf.folders().size());
        shelf.forget(Path.of("/shard5"));
        assertEquals(7, shelf.folders().size());
        Files.writeString(folder.resolve("person/query-shards.json"), "{\"folders\": [");
        assertEquals(List.of(), shelf.folders());
    }

    private static String code(Path folder) {
        return assertThrows(Problem.class, () -> ShardFiles.in(folder)).code();
    }
}
