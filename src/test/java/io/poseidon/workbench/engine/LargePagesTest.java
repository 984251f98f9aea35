package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The memory stays what it was, and the kernel's own account of it tells whether it took note.
final class LargePagesTest {

    private static final Path ACCOUNT = Path.of("/proc/self/smaps");
    private static final long SIZE = LargePages.LEAST + 12_345;

    @Test
    void leavesTheMemoryAsItIsAndSaysWhetherTheKernelTookNote() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var memory = arena.allocate(SIZE, 8);
            fill(memory);
            boolean asked = LargePages.ask(memory.address(), SIZE);
            for (long at = 0; at < SIZE / 8; at++) {
                assertEquals(at, memory.getAtIndex(ValueLayout.JAVA_LONG, at));
            }
            assertEquals(asked, Files.exists(ACCOUNT) && isMarked(memory.address() + SIZE / 2));
        }
    }

    @Test
    void doesNotAskForLittle() {
        try (var arena = Arena.ofConfined()) {
            var memory = arena.allocate(LargePages.LEAST - 1, 8);
            assertFalse(LargePages.ask(memory.address(), memory.byteSize()));
        }
    }

    private static void fill(MemorySegment memory) {
        for (long at = 0; at < SIZE / 8; at++) {
            memory.setAtIndex(ValueLayout.JAVA_LONG, at, at);
        }
    }

    /// Whether the mapping with this address has the flag "hg".
    private static boolean isMarked(long address) throws IOException {
        boolean inside = false;
        for (var line : Files.readAllLines(ACCOUNT)) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                var bounds = line.substring(0, line.indexOf(' ')).split("-", 2);
                inside = Long.parseUnsignedLong(bounds[0], 16) <= address
                        && address < Long.parseUnsignedLong(bounds[1], 16);
            } else if (inside && line.startsWith("VmFlags:")) {
                return line.contains(" hg");
            }
        }
        return false;
    }
}
