package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Arrow files that statements read batch by batch: the same rows as when they are loaded, in the memory of a batch.
class ArrowFileTest {

    private static final int BATCHES = 30;
    private static final int ROWS = 5_000;
    private static final String COPY = "CREATE OR REPLACE TABLE copy AS FROM t";
    private static final List<String> REGIONS = List.of("Seoul", "부산광역시 해운대구 우동", "Jeju");

    @TempDir
    private Path folder;

    private Engine engine;
    private Desk desk;

    @BeforeEach
    void open() {
        engine = Engine.start();
        desk = Desk.open(engine, Limits.trusted().withThreads(3));
    }

    /// Closing the engine fails where memory was leaked.
    @AfterEach
    void close() {
        desk.close();
        engine.close();
    }

    @Test
    void readsBothFormatsAsOftenAsAsked() throws IOException {
        for (boolean asFile : new boolean[] {false, true}) {
            var file = write(asFile);
            var table = asFile ? "file" : "stream";
            desk.load("whole " + table, file, Progress.NONE);
            var scan = desk.scan(table, file, Progress.NONE);
            assertEquals(BATCHES * ROWS, scan.rows());
            assertEquals(desk.columns("whole " + table), scan.columns());
            for (int time = 0; time < 2; time++) {
                scan.run("CREATE OR REPLACE TABLE copy AS FROM \"" + table + "\"", Progress.NONE);
                assertEquals(
                        Optional.of(List.of("0", "0", String.valueOf(BATCHES * ROWS))),
                        desk.firstRow("""
                            SELECT (SELECT count(*) FROM (FROM copy EXCEPT ALL FROM "whole %1$s")),
                                (SELECT count(*) FROM (FROM "whole %1$s" EXCEPT ALL FROM copy)),
                                (SELECT count(*) FROM copy)
                            """.formatted(table)));
            }
        }
    }

    @Test
    void readsItTwiceInOneStatementToo() throws IOException {
        var scan = desk.scan("t", write(false), Progress.NONE);
        scan.run(
                "CREATE TABLE pairs AS SELECT count(*) AS n FROM t a JOIN t b ON a.id = b.id AND a.who = b.who",
                Progress.NONE);
        assertEquals(desk.firstRow("SELECT " + (BATCHES * ROWS - BATCHES * ROWS / 7 - 1)), desk.firstRow("FROM pairs"));
    }

    @Test
    void holdsABatchOrTwoAndTellsHowFarItIs() throws IOException {
        var file = write(false);
        var scan = desk.scan("t", file, Progress.NONE);
        var most = new AtomicLong();
        var fractions = new CopyOnWriteArrayList<Double>();
        var progress = new Watching(fraction -> {
            fractions.add(fraction);
            most.accumulateAndGet(engine.memoryInUse(), Math::max);
        });
        scan.run("CREATE TABLE total AS SELECT sum(id), max(who) FROM t", progress);
        assertTrue(most.get() > 0 && most.get() < Files.size(file) / 3, "held " + most.get());
        assertEquals(1.0, Collections.max(fractions));
        assertEquals(0, engine.memoryInUse());
    }

    /// What is loaded stands in the desk's own memory; beside it there is a batch or two.
    @Test
    void loadsABatchAtATimeAndTellsWhatIsBroken() throws IOException {
        for (boolean asFile : new boolean[] {false, true}) {
            var file = write(asFile);
            var table = "loaded " + asFile;
            desk.load(table, file, Progress.NONE);
            assertHeldLittle(file);
            assertEquals(0, engine.memoryInUse());
            assertEquals(
                    Optional.of(List.of(String.valueOf(BATCHES * ROWS))),
                    desk.firstRow("SELECT count(*) FROM \"" + table + "\""));
            var bytes = Files.readAllBytes(file);
            var cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));
            var problem = assertThrows(Problem.class, () -> desk.load("cut " + asFile, cut, Progress.NONE));
            assertEquals("arrow-truncated", problem.code());
            assertEquals(0, engine.memoryInUse());
        }
    }

    @Test
    void aFileLargerThanTheDesksMemoryIsRefusedAndNotHeld() throws IOException {
        var file = write(false);
        var limits = Limits.trusted().withMemory(Math.max(1L << 20, Files.size(file) / 4));
        try (var small = Desk.open(engine, limits)) {
            var problem = assertThrows(Problem.class, () -> small.load("t", file, Progress.NONE));
            assertEquals("query-memory", problem.code());
        }
        assertHeldLittle(file);
        assertEquals(0, engine.memoryInUse());
    }

    private void assertHeldLittle(Path file) throws IOException {
        long most = engine.mostMemoryInUse();
        assertTrue(most > 0 && most < Files.size(file) / 3, "held " + most + " of " + Files.size(file));
    }

    @Test
    void tellsWhatIsBrokenHoweverLateAndNamesTheFile() throws IOException {
        var good = Files.readAllBytes(write(false));
        for (int length : new int[] {good.length - 1, good.length / 2, good.length - 5_000}) {
            var cut = Files.write(folder.resolve("cut.arrows"), Arrays.copyOf(good, length));
            assertEquals("arrow-truncated", broken(cut), "cut at " + length);
        }
        var changed = good.clone();
        changed[lastIndexOf(changed, "user-000") + 2] = (byte) 0xff;
        var problem = assertThrows(Problem.class, () -> run(Files.write(folder.resolve("말.arrows"), changed)));
        assertEquals("arrow-values", problem.code());
        assertTrue(problem.message(Locale.ENGLISH).startsWith("말.arrows: the column \"who\""));
    }

    @Test
    void plansWithDeclaredRowsAndBelievesOnlyWhatItReads() throws IOException {
        var claiming = ByteBuffer.wrap(Files.readAllBytes(write(false))).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 8 <= claiming.capacity(); at += 8) {
            if (claiming.getLong(at) == ROWS) {
                claiming.putLong(at, 1 << 30);
            }
        }
        var file = Files.write(folder.resolve("claims.arrows"), claiming.array());
        var scan = desk.scan("t", file, Progress.NONE);
        assertEquals((long) BATCHES << 30, scan.rows());
        assertEquals(
                "arrow-damaged",
                assertThrows(Problem.class, () -> scan.run(COPY, Progress.NONE)).code());
    }

    @Test
    void aFileThatBecameAnotherIsNotRead() throws IOException {
        var file = write(false);
        var scan = desk.scan("t", file, Progress.NONE);
        try (var other =
                ArrowTable.builder(engine, "t").texts("id", List.of("x")).build()) {
            try (var out = Files.newOutputStream(file)) {
                other.writeTo(out, Map.of());
            }
        }
        assertEquals(
                "arrow-damaged",
                assertThrows(Problem.class, () -> scan.run(COPY, Progress.NONE)).code());
        Files.delete(file);
        assertEquals(
                "file-unreadable",
                assertThrows(Problem.class, () -> scan.run(COPY, Progress.NONE)).code());
    }

    @Test
    void stopsBetweenBatchesWhenNobodyWantsItAnyMore() throws IOException {
        var scan = desk.scan("t", write(false), Progress.NONE);
        var reports = new AtomicLong();
        var progress = new Watching(fraction -> reports.incrementAndGet(), () -> reports.get() > 3);
        assertThrows(CancelledException.class, () -> scan.run(COPY, progress));
        assertEquals(0, engine.memoryInUse());
        scan.run(COPY, Progress.NONE);
    }

    private record Watching(DoubleConsumer watcher, BooleanSupplier cancelled) implements Progress {

        Watching(DoubleConsumer watcher) {
            this(watcher, () -> false);
        }

        @Override
        public void report(double fraction, String detail) {
            watcher.accept(fraction);
        }

        @Override
        public boolean isCancelled() {
            return cancelled.getAsBoolean();
        }

        @Override
        public void onCancel(Runnable action) {}
    }

    private String broken(Path file) {
        return assertThrows(Problem.class, () -> run(file)).code();
    }

    private void run(Path file) {
        try (var own = Desk.open(engine)) {
            own.scan("t", file, Progress.NONE).run(COPY, Progress.NONE);
        }
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    /// Batches of whole numbers with gaps, texts longer than twelve bytes, and texts of a dictionary.
    private Path write(boolean asFile) throws IOException {
        var path = folder.resolve(asFile ? "rows.arrow" : "rows.arrows");
        var encoding = new DictionaryEncoding(1, false, new ArrowType.Int(32, true));
        try (var allocator = new RootAllocator();
                var texts = new VarCharVector("texts", allocator);
                var id = new BigIntVector("id", allocator);
                var who = new VarCharVector("who", allocator);
                var region =
                        new IntVector("region", new FieldType(true, encoding.getIndexType(), encoding), allocator);
                var root = VectorSchemaRoot.of(id, who, region);
                var out = Files.newByteChannel(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int i = 0; i < REGIONS.size(); i++) {
                texts.setSafe(i, REGIONS.get(i).getBytes(StandardCharsets.UTF_8));
            }
            texts.setValueCount(REGIONS.size());
            var dictionaries = new MapDictionaryProvider(new Dictionary(texts, encoding));
            try (ArrowWriter writer = asFile
                    ? new ArrowFileWriter(root, dictionaries, out)
                    : new ArrowStreamWriter(root, dictionaries, out)) {
                writer.start();
                for (int batch = 0; batch < BATCHES; batch++) {
                    fill(root, batch);
                    writer.writeBatch();
                }
                writer.end();
            }
        }
        return path;
    }

    private static void fill(VectorSchemaRoot root, int batch) {
        var id = (BigIntVector) root.getVector(0);
        var who = (VarCharVector) root.getVector(1);
        var region = (IntVector) root.getVector(2);
        root.allocateNew();
        for (int row = 0; row < ROWS; row++) {
            int number = batch * ROWS + row;
            if (number % 7 != 0) {
                id.setSafe(row, number);
            }
            var name = number % 5 == 0 ? "u" + number : "user-%020d".formatted(number);
            who.setSafe(row, name.getBytes(StandardCharsets.UTF_8));
            region.setSafe(row, number % 3);
        }
        root.setRowCount(ROWS);
    }
}
