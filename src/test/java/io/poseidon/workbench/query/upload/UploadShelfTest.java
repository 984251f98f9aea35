package io.poseidon.workbench.query.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertTrue(shelf.lay(STORES.place(), List.of(STORES)));
        assertTrue(shelf.lay(OTHER.place(), List.of(OTHER)));
        shelf.save();
        assertEquals(List.of(STORES), UploadShelf.open(file).at(STORES.place()));
        assertEquals(List.of(OTHER), UploadShelf.open(file).at(OTHER.place()));
        shelf.lay(STORES.place(), List.of());
        shelf.save();
        assertEquals(List.of(), UploadShelf.open(file).at(STORES.place()));
        assertEquals(List.of(OTHER), UploadShelf.open(file).at(OTHER.place()));
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        var file = folder.resolve("own-tables.json");
        var shelf = UploadShelf.open(file);
        shelf.lay(STORES.place(), List.of(STORES));
        shelf.save();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whatIsLaidLastIsKeptWhoeverSavesFirst() {
        var file = folder.resolve("own-tables.json");
        var shelf = UploadShelf.open(file);
        shelf.lay(STORES.place(), List.of(STORES));
        shelf.lay(STORES.place(), List.of());
        assertFalse(shelf.lay(STORES.place(), List.of()), "that is no news");
        shelf.save();
        shelf.save();
        assertEquals(List.of(), UploadShelf.open(file).at(STORES.place()));
    }

    @Test
    void anEmptyFileIsAnEmptyShelf() throws IOException {
        var file = Files.createFile(folder.resolve("own-tables.json"));
        assertTrue(UploadShelf.open(file).trouble().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"tables\": 7}", "{\"tables\":[{\"file\":\"a\\u0000b\"}]}"})
    void aDamagedFileIsToldAndNeverWrittenOver(String text) throws IOException {
        var file = folder.resolve("own-tables.json");
        Files.writeString(file, text);
        staysAsItIs("shelf-damaged", file);
        assertEquals(text, Files.readString(file));
    }

    @Test
    void aFileThatIsNoTextIsToldAndNeverWrittenOver() throws IOException {
        var file = folder.resolve("own-tables.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        staysAsItIs("shelf-damaged", file);
        assertEquals(3, Files.size(file));
    }

    @Test
    void aFolderInItsPlaceIsToldAndStays() throws IOException {
        var file = Files.createDirectory(folder.resolve("own-tables.json"));
        staysAsItIs("shelf-unreadable", file);
        assertTrue(Files.isDirectory(file));
    }

    private static void staysAsItIs(String code, Path file) {
        var shelf = UploadShelf.open(file);
        assertEquals(code, shelf.trouble().orElseThrow().code());
        shelf.lay(STORES.place(), List.of(STORES));
        shelf.save();
        assertEquals(List.of(STORES), shelf.at(STORES.place()), "until the program ends");
    }

    @Test
    void saysWhenItCannotBeWritten() throws IOException {
        var inTheWay = Files.createFile(folder.resolve("file"));
        var shelf = UploadShelf.open(inTheWay.resolve("own-tables.json"));
        shelf.lay(STORES.place(), List.of(STORES));
        var problem = assertThrows(Problem.class, shelf::save);
        assertEquals("shelf-unwritable", problem.code());
        assertEquals(List.of(STORES), shelf.at(STORES.place()));
    }
}
