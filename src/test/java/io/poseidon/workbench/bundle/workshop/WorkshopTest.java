package io.poseidon.workbench.bundle.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is cleared away in a place where files are sealed, and what is left alone.
final class WorkshopTest {

    @TempDir
    Path place;

    @Test
    void clearsWhatIsItsOwnWhenItCloses() throws IOException {
        try (var workshop = new Workshop(place.resolve("a.poseidon"))) {
            Files.writeString(workshop.draft(), "half a file");
            assertEquals(2, names().size());
            var folder = workshop.draft().getParent();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
        assertEquals(List.of(), names());
    }

    @Test
    void twoInOnePlaceLeaveEachOtherAlone() throws IOException {
        try (var first = new Workshop(place.resolve("a.poseidon"))) {
            Files.writeString(first.draft(), "first");
            try (var second = new Workshop(place.resolve("b.poseidon"))) {
                Files.writeString(second.draft(), "second");
                assertTrue(Files.exists(first.draft()));
            }
            assertTrue(Files.exists(first.draft()));
        }
    }

    @Test
    void clearsWhatAKilledProcessLeftAndNothingOfALivingOne() throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkshopHeld.class.getName(),
                        place.resolve("child.poseidon").toString())
                .redirectErrorStream(true)
                .start();
        try (var told = child.inputReader()) {
            assertEquals("ready", told.readLine());
            new Workshop(place.resolve("a.poseidon")).close();
            assertEquals(2, names().size(), "a living process keeps its lock and its folder");
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, names().size());
        new Workshop(place.resolve("a.poseidon")).close();
        assertEquals(List.of(), names());
    }

    @Test
    void leavesAloneWhatOnlyLooksLikeAWorkshop() throws IOException {
        var folder = Files.createDirectory(place.resolve(".sealing-wax"));
        Files.writeString(folder.resolve("recipe.txt"), "beeswax");
        new Workshop(place.resolve("a.poseidon")).close();
        assertTrue(Files.exists(folder.resolve("recipe.txt")));
        assertFalse(Files.exists(place.resolve("a.poseidon")));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
