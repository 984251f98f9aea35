package io.poseidon.workbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public final class HoldTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("ledger"), "a line");
    }

    @Test
    void isKeptWhenTheFileItselfIsReadAndWhenItIsAskedForAgain() throws IOException {
        var file = file();
        try (var hold = Hold.tryTake(file).orElseThrow()) {
            assertEquals("held", Trying.inAnotherProcess(file));
            assertEquals("a line", Files.readString(file));
            assertTrue(Hold.tryTake(file).isEmpty());
            assertEquals("held", Trying.inAnotherProcess(file));
            hold.close();
            assertEquals("free", Trying.inAnotherProcess(file));
        }
    }

    @Test
    void isOneForAllLinksToAFile() throws IOException {
        var link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("other")).resolve("link"), file());
        try (var _ = Hold.tryTake(folder.resolve("ledger")).orElseThrow()) {
            assertTrue(Hold.tryTake(link).isEmpty());
            assertEquals("held", Trying.inAnotherProcess(link));
        }
        try (var _ = Hold.tryTake(link).orElseThrow()) {
            assertTrue(Hold.tryTake(folder.resolve("ledger")).isEmpty());
        }
    }

    @Test
    void isOnesAtATimeAndWaitedFor() throws IOException {
        var file = file();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        IntStream.range(0, 16).parallel().forEach(any -> {
            try (var _ = Hold.take(file, LONG).orElseThrow()) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(1, most.get());
    }

    @Test
    void isNotWaitedForBeyondThePatienceNorByOneWhoIsInterrupted() throws IOException {
        var file = file();
        try (var _ = Hold.tryTake(file).orElseThrow()) {
            assertTrue(Hold.take(file, Duration.ofMillis(20)).isEmpty());
            Thread.currentThread().interrupt();
            assertTrue(Hold.take(file, LONG).isEmpty());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void leavesASiblingThatOnlyTheOwnerMayRead() throws IOException {
        Hold.tryTake(file()).orElseThrow().close();
        var sibling = folder.resolve("ledger.lock");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sibling)));
        assertEquals(0, Files.size(sibling));
    }

    static final class Trying {

        static String inAnotherProcess(Path file) {
            return AnotherProcess.says(Trying.class, file.toString());
        }

        public static void main(String[] arguments) throws IOException {
            System.out.println(Hold.tryTake(Path.of(arguments[0])).isPresent() ? "free" : "held");
        }
    }
}
