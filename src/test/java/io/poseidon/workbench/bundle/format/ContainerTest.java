package io.poseidon.workbench.bundle.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerTest {

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasAdded() throws IOException {
        var content = Files.write(folder.resolve("part"), new byte[100_000]);
        var path = write(new ContainerWriter().add("a.json", text("{}")).add("parts/t.arrows.age", content));
        try (var container = Container.open(path)) {
            assertEquals(
                    List.of("a.json", "parts/t.arrows.age"),
                    container.entries().stream().map(Entry::name).toList());
            assertArrayEquals(text("{}"), container.bytes("a.json", 10));
            assertArrayEquals(new byte[100_000], container.bytes("parts/t.arrows.age", 200_000));
            var middle = container.section("parts/t.arrows.age").position(99_999);
            assertEquals(1, middle.read(ByteBuffer.allocate(10)));
            assertEquals(-1, middle.read(ByteBuffer.allocate(10)));
        }
    }

    @Test
    void isAnOrdinaryZipToOthers() throws IOException {
        var path = small();
        try (var zip = new ZipFile(path.toFile())) {
            var entry = zip.getEntry("b.json");
            assertEquals(ZipEntry.STORED, entry.getMethod());
            assertEquals(LocalDate.of(1980, 1, 1), entry.getTimeLocal().toLocalDate());
            assertArrayEquals(text("[2]"), zip.getInputStream(entry).readAllBytes());
        }
    }

    @Test
    void writesTheSameBytesForTheSameContent() throws IOException {
        var first = Files.readAllBytes(small());
        Files.delete(folder.resolve("c.zip"));
        assertArrayEquals(first, Files.readAllBytes(small()));
    }

    @Test
    void refusesEveryFlippedBitOfAHeader() throws IOException {
        var good = Files.readAllBytes(small());
        var victim = folder.resolve("victim.zip");
        for (int at = 0; at < good.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var bad = good.clone();
                bad[at] ^= (byte) (1 << bit);
                Files.write(victim, bad);
                assertEquals("damaged", codeOf(() -> readAll(victim)), "byte " + at + " bit " + bit);
            }
        }
    }

    @Test
    void refusesEveryCutAndEveryAddition() throws IOException {
        var good = Files.readAllBytes(small());
        var victim = folder.resolve("victim.zip");
        for (int length = 0; length < good.length; length++) {
            Files.write(victim, java.util.Arrays.copyOf(good, length));
            assertEquals("damaged", codeOf(() -> readAll(victim)), "length " + length);
        }
        var longer = new ArrayList<byte[]>();
        longer.add(java.util.Arrays.copyOf(good, good.length + 1));
        longer.add(java.util.Arrays.copyOf(good, good.length + 5000));
        var before = new byte[good.length + 7];
        System.arraycopy(good, 0, before, 7, good.length);
        longer.add(before);
        for (var bytes : longer) {
            Files.write(victim, bytes);
            assertEquals("damaged", codeOf(() -> readAll(victim)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipOutputStream.STORED, ZipOutputStream.DEFLATED})
    void refusesZipsThatOthersWrite(int method) throws IOException {
        var path = folder.resolve("other.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setMethod(method);
            var entry = new ZipEntry("a.json");
            var crc = new CRC32();
            crc.update(text("{}"));
            entry.setSize(2);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(text("{}"));
        }
        assertEquals("damaged", codeOf(() -> readAll(path)));
    }

    @Test
    void refusesAnEntryThatStandsTwice() throws IOException {
        var path = write(new ContainerWriter().add("a.json", text("1")).add("a.json", text("2")));
        assertEquals("damaged", codeOf(() -> readAll(path)));
    }

    @Test
    void refusesAnEntryLargerThanTheReaderWants() throws IOException {
        try (var container = Container.open(small())) {
            assertEquals("damaged", codeOf(() -> container.bytes("b.json", 2)));
            assertEquals("damaged", codeOf(() -> container.bytes("none.json", 2)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../up", "a/../../b", "", "a b", "가", "a\u0000"})
    void refusesNamesThatLeadElsewhere(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Entry(name, 0, 0));
    }

    @Test
    void usesZip64ExactlyBeyondFourGigabytes() throws IOException {
        long size = 0xFFFF_FFFFL;
        assertEquals(30 + 1, new ZipLayout(List.of(new Entry("a", size - 1, 0))).localHeader(0).length);
        assertEquals(30 + 1 + 20, new ZipLayout(List.of(new Entry("a", size, 0))).localHeader(0).length);
        var sparse = folder.resolve("sparse.zip");
        var entries = List.of(new Entry("a", size + 5, 0), new Entry("b", 7, 0));
        writeSparse(sparse, entries);
        try (var container = Container.open(sparse)) {
            assertEquals(entries, container.entries());
            assertEquals(size + 5, container.section("a").size());
        }
    }

    @Test
    void saysWhenThereIsNoFile() {
        var problem = assertThrows(Problem.class, () -> Container.open(folder.resolve("none.poseidon")));
        assertEquals("container-unreadable", problem.code());
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertEquals("container-unreadable", codeOf(() -> Container.open(folder)));
    }

    @Test
    void saysWhichFileCannotBeReadAnyMore() throws IOException {
        var container = Container.open(small());
        container.close();
        assertEquals("container-unreadable", codeOf(() -> container.bytes("a.json", 10)));
        assertEquals("container-unreadable", codeOf(() -> container.digest("b.json", Progress.NONE)));
    }

    private static void writeSparse(Path path, List<Entry> entries) throws IOException {
        var layout = new ZipLayout(entries);
        try (var file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            for (int i = 0; i < entries.size(); i++) {
                file.write(ByteBuffer.wrap(layout.localHeader(i)), layout.headerAt(i));
            }
            file.write(ByteBuffer.wrap(layout.tail()), layout.directoryAt());
        }
    }

    private Path small() throws IOException {
        return write(new ContainerWriter().add("a.json", text("{}")).add("b.json", text("[2]")));
    }

    private Path write(ContainerWriter writer) throws IOException {
        var path = folder.resolve("c.zip");
        writer.writeTo(path);
        assertTrue(Files.size(path) > 0);
        return path;
    }

    private static void readAll(Path path) {
        try (var container = Container.open(path)) {
            container.entries().forEach(entry -> container.bytes(entry.name(), 1000));
        }
    }

    private static String codeOf(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(Problem.class, action).code();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
