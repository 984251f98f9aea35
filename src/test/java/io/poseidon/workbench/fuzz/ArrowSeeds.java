package io.poseidon.workbench.fuzz;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;

/// Small good streams of every kind that tables may have: plain, in several batches, dictionary-encoded, compressed.
final class ArrowSeeds {

    private static final DictionaryEncoding ENCODING = new DictionaryEncoding(1, false, new ArrowType.Int(16, true));

    private ArrowSeeds() {}

    static List<byte[]> all(Engine engine) {
        try (var allocator = new RootAllocator()) {
            return List.of(
                    plain(engine),
                    encoded(allocator),
                    times(allocator, CodecType.NO_COMPRESSION),
                    times(allocator, CodecType.ZSTD),
                    times(allocator, CodecType.LZ4_FRAME));
        }
    }

    private static byte[] plain(Engine engine) {
        var out = new ByteArrayOutputStream();
        try (var table = ArrowTable.builder(engine, "t")
                .texts("region", Arrays.asList("Seoul", null, "부산"))
                .integers("month", 7, 8, 9)
                .wideIntegers("total", Arrays.asList(BigInteger.ONE, null, BigInteger.TEN.pow(30)))
                .decimals("price", 2, Arrays.asList(new BigDecimal("1.25"), null, new BigDecimal("-3.50")))
                .doubles("share", 0.5, Double.NaN, -0.0)
                .booleans("shown", Arrays.asList(true, false, null))
                .build()) {
            table.writeTo(out, Map.of("poseidon.version", "gold"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] encoded(BufferAllocator allocator) {
        try (var texts = new VarCharVector("values", allocator);
                var indices = new SmallIntVector(
                        "region", new FieldType(true, new ArrowType.Int(16, true), ENCODING), allocator)) {
            texts.setSafe(0, "Seoul".getBytes(StandardCharsets.UTF_8));
            texts.setSafe(1, "부산".getBytes(StandardCharsets.UTF_8));
            texts.setValueCount(2);
            indices.allocateNew(4);
            for (int row = 0; row < 4; row++) {
                indices.set(row, row % 2);
            }
            indices.setValueCount(4);
            var dictionaries = new MapDictionaryProvider(new Dictionary(texts, ENCODING));
            return write(List.of(indices), dictionaries, CodecType.NO_COMPRESSION);
        }
    }

    private static byte[] times(BufferAllocator allocator, CodecType codec) {
        try (var days = new DateDayVector("day", allocator);
                var instants = new TimeStampMicroVector("at", allocator)) {
            for (int row = 0; row < 40; row++) {
                days.setSafe(row, 20_000 + row);
                instants.setSafe(row, 1_790_000_000_000_000L + row);
            }
            days.setValueCount(40);
            instants.setValueCount(40);
            return write(List.of(days, instants), new MapDictionaryProvider(), codec);
        }
    }

    /// Two batches of the same rows.
    private static byte[] write(List<FieldVector> vectors, MapDictionaryProvider dictionaries, CodecType codec) {
        var out = new ByteArrayOutputStream();
        var root = new VectorSchemaRoot(vectors);
        root.setRowCount(vectors.getFirst().getValueCount());
        try (var writer = new ArrowStreamWriter(
                root,
                dictionaries,
                Channels.newChannel(out),
                IpcOption.DEFAULT,
                codec == CodecType.NO_COMPRESSION
                        ? NoCompressionCodec.Factory.INSTANCE
                        : CommonsCompressionFactory.INSTANCE,
                codec)) {
            writer.start();
            writer.writeBatch();
            writer.writeBatch();
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
