package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Streams that nobody vouches for: each is read or refused with a code, and memory stays within what really arrived.
class HostileArrowTest {

    private static final long LIMIT = 64 << 20;

    private final RootAllocator ours = new RootAllocator();
    private Engine engine;

    @BeforeEach
    void start() {
        engine = Engine.start();
    }

    /// Closing fails where memory was leaked.
    @AfterEach
    void stop() {
        ours.close();
        engine.close();
    }

    @Test
    void refusesEverythingThatIsNoStream() {
        assertEquals("arrow-truncated", codeOf(new byte[0]));
        assertEquals("arrow-not-a-stream", codeOf("region,amount\nSeoul,1\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("arrow-no-schema", codeOf(new byte[] {-1, -1, -1, -1, 0, 0, 0, 0}));
    }

    @Test
    void doesNotBelieveADeclaredMetadataLength() {
        var claim =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(-1).putInt(15 << 20);
        assertEquals("arrow-truncated", codeOf(claim.array()));
        claim.putInt(4, Integer.MAX_VALUE);
        assertEquals("arrow-damaged", codeOf(claim.array()));
    }

    @Test
    void refusesATruncationAtEveryByte() {
        var stream = sample();
        for (int length = 0; length < stream.length; length += 3) {
            var cut = Arrays.copyOf(stream, length);
            var code = codeOf(cut);
            assertTrue(code.startsWith("arrow-"), "cut at " + length + ": " + code);
        }
    }

    /// Every byte changed in several ways: read or refused with a code, never another exception, never a leak.
    @Test
    void survivesEveryChangedByte() {
        var stream = sample();
        var random = new Random(20260701);
        for (int at = 0; at < stream.length; at++) {
            var changed = stream.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            tryRead(changed, "bit at " + at);
            changed[at] = (byte) (at % 2 == 0 ? 0xff : 0x7f);
            tryRead(changed, "byte at " + at);
        }
    }

    @Test
    void refusesABatchThatClaimsMoreRowsThanItHas() {
        var stream = sample();
        int changes = 0;
        for (int at = 0; at + 8 <= stream.length; at += 8) {
            var buffer = ByteBuffer.wrap(stream.clone()).order(ByteOrder.LITTLE_ENDIAN);
            if (buffer.getLong(at) == ROWS) {
                buffer.putLong(at, 1L << 40);
                assertEquals("arrow-damaged", codeOf(buffer.array()), "at " + at);
                changes++;
            }
        }
        assertTrue(changes >= 3, "the batch, and a node for each column");
    }

    @ParameterizedTest
    @EnumSource(
            value = CodecType.class,
            names = {"ZSTD", "LZ4_FRAME"})
    void readsCompressedBuffers(CodecType codec) throws Exception {
        try (var table = read(compressed(codec, 100_000))) {
            assertEquals(100_000, table.count());
            assertEquals(7, table.integer(0, 99_999));
        }
    }

    @Test
    void refusesADecompressionBomb() throws Exception {
        assertEquals("arrow-compression-bomb", codeOf(compressed(CodecType.ZSTD, 20_000_000)));
    }

    /// LZ4 frames that hold more than the buffer declares: what comes out is bounded by what was declared.
    @Test
    void refusesFramesThatHoldMoreThanTheyDeclare() throws Exception {
        var stream = compressed(CodecType.LZ4_FRAME, 50_000);
        var buffer = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int changes = 0;
        for (int at = 0; at + 8 <= stream.length; at += 8) {
            if (buffer.getLong(at) == 400_000L) {
                buffer.putLong(at, 400_008L);
                assertEquals("arrow-damaged", codeOf(stream));
                buffer.putLong(at, 399_992L);
                assertEquals("arrow-damaged", codeOf(stream));
                changes++;
            }
        }
        assertEquals(1, changes, "the declared length of the values");
    }

    /// Also of a buffer that nobody needs: the validity of a column without NULLs.
    @Test
    void believesNoDeclaredLengthOfAnyBuffer() throws Exception {
        var stream = compressed(CodecType.LZ4_FRAME, 1_000);
        var buffer = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int changes = 0;
        for (int at = 0; at + 8 <= stream.length; at += 8) {
            long declared = buffer.getLong(at);
            if (declared == 8_000L || declared == 125L) {
                buffer.putLong(at, 1L << 45);
                assertTrue(codeOf(stream).startsWith("arrow-"), "at " + at);
                buffer.putLong(at, declared);
                changes++;
            }
        }
        assertTrue(changes >= 2, "the declared lengths of validity and values");
    }

    @Test
    void refusesATableOverItsLimit() {
        var problem = assertThrows(
                Problem.class,
                () -> ArrowTable.read(engine, "t", new ByteArrayInputStream(sample()), 1 << 10, Progress.NONE));
        assertEquals("arrow-memory", problem.code());
    }

    @Test
    void refusesNestedTypes() throws Exception {
        try (var list = ListVector.empty("list", ours)) {
            list.addOrGetVector(FieldType.nullable(new ArrowType.Int(32, true)));
            list.setValueCount(0);
            assertEquals("arrow-type", codeOf(write(new VectorSchemaRoot(List.of(list)), new MapDictionaryProvider())));
        }
    }

    @Test
    void refusesNamesThatDifferOnlyInCase() throws Exception {
        try (var a = new IntVector("Region", ours);
                var b = new IntVector("region", ours)) {
            assertEquals(
                    "arrow-duplicate-column",
                    codeOf(write(new VectorSchemaRoot(List.of(a, b)), new MapDictionaryProvider())));
        }
    }

    @Test
    void readsDictionariesAndWritesThemPlainly() throws Exception {
        try (var table = read(dictionary(0, 1, 1, 0));
                var again = read(bytes(table))) {
            for (var rows : List.of(table, again)) {
                assertEquals(
                        List.of("서울", "부산", "부산", "서울"),
                        IntStream.range(0, 4).mapToObj(row -> rows.text(0, row)).toList());
            }
        }
    }

    @Test
    void refusesAnIndexThatPointsNowhere() throws Exception {
        assertEquals("arrow-values", codeOf(dictionary(0, 1, 2)));
        assertEquals("arrow-values", codeOf(dictionary(-1)));
    }

    @Test
    void refusesTextsThatAreNotUtf8() throws Exception {
        try (var text = new VarCharVector("s", ours)) {
            text.setSafe(0, new byte[] {(byte) 0xc3, 0x28});
            text.setValueCount(1);
            assertEquals(
                    "arrow-values", codeOf(write(new VectorSchemaRoot(List.of(text)), new MapDictionaryProvider())));
        }
    }

    private static final int ROWS = 77;

    private byte[] sample() {
        try (var table = ArrowTable.builder(engine, "t")
                .texts("s", IntStream.range(0, ROWS).mapToObj(i -> "row " + i).toList())
                .integers("i", IntStream.range(0, ROWS).asLongStream().toArray())
                .build()) {
            return bytes(table);
        }
    }

    private byte[] compressed(CodecType codec, int rows) throws Exception {
        try (var vector = new BigIntVector("i", ours)) {
            vector.allocateNew(rows);
            for (int i = 0; i < rows; i++) {
                vector.set(i, 7);
            }
            vector.setValueCount(rows);
            var root = new VectorSchemaRoot(List.of(vector));
            var out = new ByteArrayOutputStream();
            try (var writer = new ArrowStreamWriter(
                    root,
                    new MapDictionaryProvider(),
                    Channels.newChannel(out),
                    IpcOption.DEFAULT,
                    CommonsCompressionFactory.INSTANCE,
                    codec)) {
                writer.start();
                writer.writeBatch();
                writer.end();
            }
            return out.toByteArray();
        }
    }

    private byte[] dictionary(int... indices) throws Exception {
        try (var texts = new VarCharVector("values", ours);
                var encoded = new IntVector(
                        "region",
                        new FieldType(true, new ArrowType.Int(32, true), new DictionaryEncoding(1, false, null)),
                        ours)) {
            texts.setSafe(0, "서울".getBytes(StandardCharsets.UTF_8));
            texts.setSafe(1, "부산".getBytes(StandardCharsets.UTF_8));
            texts.setValueCount(2);
            encoded.allocateNew(indices.length);
            for (int i = 0; i < indices.length; i++) {
                encoded.set(i, indices[i]);
            }
            encoded.setValueCount(indices.length);
            var provider = new MapDictionaryProvider(new Dictionary(texts, new DictionaryEncoding(1, false, null)));
            return write(new VectorSchemaRoot(List.of(encoded)), provider);
        }
    }

    private static byte[] write(VectorSchemaRoot root, MapDictionaryProvider dictionaries) throws Exception {
        root.setRowCount(root.getVector(0).getValueCount());
        var out = new ByteArrayOutputStream();
        try (var writer = new ArrowStreamWriter(root, dictionaries, Channels.newChannel(out))) {
            writer.start();
            writer.writeBatch();
            writer.end();
        }
        return out.toByteArray();
    }

    private static byte[] bytes(ArrowTable table) {
        var out = new ByteArrayOutputStream();
        try {
            table.writeTo(out, Map.of());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private ArrowTable read(byte[] stream) {
        return ArrowTable.read(engine, "t", new ByteArrayInputStream(stream), LIMIT, Progress.NONE);
    }

    private String codeOf(byte[] stream) {
        return assertThrows(Problem.class, () -> read(stream).close()).code();
    }

    private void tryRead(byte[] stream, String what) {
        try (var table = read(stream)) {
            var seen = new ArrayList<Object>();
            for (long row = 0; row < table.count(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    seen.add(table.value(column, row));
                }
            }
            assertTrue(seen.size() <= 10_000, what);
        } catch (Problem problem) {
            assertTrue(problem.code().startsWith("arrow-"), what + ": " + problem.code());
        }
    }
}
