package io.poseidon.workbench.query.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.upload.UploadShelf.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadShelfTest {

    private static final Kept STORES =
            new Kept("card-spend-2026q3", "stores", Path.of("/data/stores.csv"), "ab".repeat(32));
    private static final Kept OTHER = new Kept("people-2026", "매장", Path.of("/data/매장 \"1\".csv"), "cd".repeat(32));

    @TempDir
    private Path folder;

    @Test
    void remembersByPlaceAcrossSessions() {
        var file = folder.resolve("new").resolve("own-tables.json");
        var shelf = UploadShelf.open(file);
        assertEquals(List.of(), shelf.at(STORES.place()));
        shelf.put(STORES.place(), List.of(STORES));
        shelf.put(OTHER.place(), List.of(OTHER));
        assertEquals(List.of(STORES), UploadShelf.open(file).at(STORES.place()));
        assertEquals(List.of(OTHER), UploadShelf.open(file).at(OTHER.place()));
        shelf.put(STORES.place(), List.of());
        assertEquals(List.of(), UploadShelf.open(file).at(STORES.place()));
        assertEquals(List.of(OTHER), UploadShelf.open(file).at(OTHER.place()));
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        var file = folder.resolve("own-tables.json");
        UploadShelf.open(file).put(STORES.place(), List.of(STORES));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"tables\": 7}", "{\"tables\":[{\"file\":\"a\\u0000b\"}]}"})
    void isEmptyWhereItCannotBeUnderstood(String text) throws IOException {
        var file = folder.resolve("own-tables.json");
        Files.writeString(file, text);
        assertEquals(List.of(), UploadShelf.open(file).at(STORES.place()));
    }

    @Test
    void isEmptyWhereItIsNoText() throws IOException {
        var file = folder.resolve("own-tables.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        assertEquals(List.of(), UploadShelf.open(file).at(STORES.place()));
    }

    @Test
    void saysWhenItCannotBeWritten() throws IOException {
        var inTheWay = Files.createFile(folder.resolve("file"));
        var shelf = UploadShelf.open(inTheWay.resolve("own-tables.json"));
        var problem = assertThrows(Problem.class, () -> shelf.put(STORES.place(), List.of(STORES)));
        assertEquals("shelf-unwritable", problem.code());
        assertEquals(List.of(STORES), shelf.at(STORES.place()));
    }
}
