package io.poseidon.workbench.engine.ipc;

import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.engine.column.Dictionary;
import io.poseidon.workbench.engine.column.Texts;
import io.poseidon.workbench.engine.column.Timestamps;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/// Checks loaded values that others will trust: offsets rise and stay inside, texts are UTF-8, dictionary indices
/// point at something, timestamps are in the calendar's range, decimals in their
/// precision.
final class IpcValues {

    /// Years 0001 to 9999.
    private static final long EARLIEST_SECOND = -62_135_596_800L;

    private static final long LATEST_SECOND = 253_402_300_799L;

    private IpcValues() {}

    static void check(String table, VectorSchemaRoot root, Map<Long, Dictionary> dictionaries) {
        int rows = root.getRowCount();
        for (var vector : root.getFieldVectors()) {
            if (!sound(vector, rows, dictionaries)) {
                throw Damage.in(table, "arrow-values", vector.getName());
            }
        }
    }

    private static boolean sound(FieldVector vector, int rows, Map<Long, Dictionary> dictionaries) {
        return switch (vector) {
            case VarCharVector texts -> texts(texts.getOffsetBuffer(), 4, texts.getDataBuffer(), rows) && utf8(texts);
            case LargeVarCharVector texts ->
                texts(texts.getOffsetBuffer(), 8, texts.getDataBuffer(), rows) && utf8(texts);
            case TimeStampVector times -> inCalendar(times, rows);
            case DecimalVector decimals -> inPrecision(decimals, rows);
            case BaseIntVector integers
            when vector.getField().getDictionary() != null -> pointing(integers, rows, dictionaries);
            default -> true;
        };
    }

    private static boolean texts(ArrowBuf offsets, int width, ArrowBuf data, int rows) {
        long before = 0;
        for (int i = 0; rows > 0 && i <= rows; i++) {
            long offset = width == 4 ? offsets.getInt(4L * i) : offsets.getLong(8L * i);
            if (offset < before) {
                return false;
            }
            before = offset;
        }
        return before <= data.capacity() && before <= Integer.MAX_VALUE;
    }

    private static boolean utf8(FieldVector vector) {
        var texts = (Texts) Cells.of(vector);
        for (int i = 0; i < vector.getValueCount(); i++) {
            if (!texts.isNull(i) && !isUtf8(texts.bytes(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return java.util.Arrays.equals(
                        new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
            }
        }
        return true;
    }

    private static boolean pointing(BaseIntVector indices, int rows, Map<Long, Dictionary> dictionaries) {
        var id = ((FieldVector) indices).getField().getDictionary().getId();
        var texts = dictionaries.getOrDefault(id, Dictionary.EMPTY);
        for (int i = 0; i < rows; i++) {
            if (!((FieldVector) indices).isNull(i)) {
                long index = indices.getValueAsLong(i);
                if (index < 0 || index >= texts.size()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean inPrecision(DecimalVector decimals, int rows) {
        var beyond = BigInteger.TEN.pow(decimals.getPrecision());
        for (int i = 0; i < rows; i++) {
            if (!decimals.isNull(i)
                    && decimals.getObject(i).unscaledValue().abs().compareTo(beyond) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean inCalendar(TimeStampVector times, int rows) {
        var cells = (Timestamps) Cells.of(times);
        for (int i = 0; i < rows; i++) {
            long second = Math.floorDiv(times.isNull(i) ? 0 : times.get(i), cells.perSecond());
            if (second < EARLIEST_SECOND || second > LATEST_SECOND) {
                return false;
            }
        }
        return true;
    }
}
