package io.poseidon.workbench.engine.ipc;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.engine.column.Cells;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/// The schema of a stream once it is known to be flat, of moderate size and of types that tables are made of. The
/// dictionaries' own types are kept apart: Arrow's schema message declares the texts, its batches hold the indices.
record IpcSchema(Schema arrow, Map<Long, ArrowType> dictionaries, String table) {

    private static final int MOST_COLUMNS = 2_000;
    private static final int MOST_ENTRIES = 1_000;

    /// Reads the parts one by one: Arrow's own reader follows nested offsets without a limit.
    static IpcSchema of(String table, Message message) {
        var header = (org.apache.arrow.flatbuf.Schema) message.header(new org.apache.arrow.flatbuf.Schema());
        if (header == null || header.endianness() != 0) {
            throw Damage.in(table, "arrow-no-schema");
        }
        int count = header.fieldsLength();
        if (count < 1 || count > MOST_COLUMNS) {
            throw Damage.in(table, "arrow-columns", MOST_COLUMNS);
        }
        var fields = new java.util.ArrayList<org.apache.arrow.vector.types.pojo.Field>();
        var dictionaries = new HashMap<Long, ArrowType>();
        var names = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            var field = field(table, header.fields(i), dictionaries);
            if (!names.add(field.getName().toLowerCase(Locale.ROOT))) {
                throw Damage.in(table, "arrow-duplicate-column", field.getName());
            }
            fields.add(field);
        }
        var metadata = pairs(table, header.customMetadataLength(), header::customMetadata);
        return new IpcSchema(new Schema(fields, metadata), Map.copyOf(dictionaries), table);
    }

    /// A one-column schema for the values of a dictionary.
    Schema dictionary(long id) {
        var type = Optional.ofNullable(dictionaries.get(id)).orElseThrow(() -> Damage.in(table, "arrow-dictionary"));
        return new Schema(List.of(org.apache.arrow.vector.types.pojo.Field.nullable("values", type)));
    }

    List<Cells> cells(BufferAllocator allocator) {
        try (var empty = new Batch(VectorSchemaRoot.create(arrow, allocator), Map.of())) {
            return empty.cells();
        }
    }

    private static org.apache.arrow.vector.types.pojo.Field field(
            String table, Field field, Map<Long, ArrowType> dictionaries) {
        var name = Optional.ofNullable(field.name()).orElse("");
        if (field.childrenLength() != 0) {
            throw Damage.in(table, "arrow-type", name);
        }
        var type = ArrowType.getTypeForField(field);
        if (!supported(type)) {
            throw Damage.in(table, "arrow-type", name);
        }
        var metadata = pairs(table, field.customMetadataLength(), field::customMetadata);
        var encoding = field.dictionary();
        if (encoding == null) {
            return new org.apache.arrow.vector.types.pojo.Field(
                    name, new FieldType(field.nullable(), type, null, metadata), null);
        }
        if (!isText(type)) {
            throw Damage.in(table, "arrow-dictionary");
        }
        var index = encoding.indexType() == null
                ? new ArrowType.Int(32, true)
                : new ArrowType.Int(
                        encoding.indexType().bitWidth(), encoding.indexType().isSigned());
        if (!supported(index)
                || dictionaries.put(encoding.id(), type) instanceof ArrowType other && !other.equals(type)) {
            throw Damage.in(table, "arrow-dictionary");
        }
        var dictionary = new DictionaryEncoding(encoding.id(), encoding.isOrdered(), index);
        return new org.apache.arrow.vector.types.pojo.Field(
                name, new FieldType(field.nullable(), index, dictionary, metadata), null);
    }

    private interface Pairs {
        KeyValue at(int index);
    }

    private static Map<String, String> pairs(String table, int count, Pairs pairs) {
        if (count > MOST_ENTRIES) {
            throw Damage.in(table, "arrow-damaged");
        }
        var map = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            var pair = pairs.at(i);
            map.put(
                    Optional.ofNullable(pair.key()).orElse(""),
                    Optional.ofNullable(pair.value()).orElse(""));
        }
        return map;
    }

    private static boolean isText(ArrowType type) {
        return type instanceof ArrowType.Utf8 || type instanceof ArrowType.LargeUtf8;
    }

    private static boolean supported(ArrowType type) {
        return switch (type) {
            case ArrowType.Int integer ->
                switch (integer.getBitWidth()) {
                    case 8, 16, 32, 64 -> true;
                    default -> false;
                };
            case ArrowType.FloatingPoint real -> real.getPrecision() != FloatingPointPrecision.HALF;
            case ArrowType.Decimal decimal ->
                decimal.getBitWidth() == 128
                        && decimal.getPrecision() > 0
                        && decimal.getPrecision() <= 38
                        && decimal.getScale() >= 0
                        && decimal.getScale() <= decimal.getPrecision();
            case ArrowType.Date date -> date.getUnit() == org.apache.arrow.vector.types.DateUnit.DAY;
            case ArrowType.Timestamp ignored -> true;
            case ArrowType.Bool ignored -> true;
            default -> isText(type);
        };
    }
}
