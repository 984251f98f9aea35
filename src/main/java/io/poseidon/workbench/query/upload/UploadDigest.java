package io.poseidon.workbench.query.upload;

import io.poseidon.workbench.model.ColumnType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SHA-256 in hexadecimal of a table: its columns, then the digests of its rows in their own order.
final class UploadDigest {

    private UploadDigest() {}

    static String of(Map<String, ColumnType> columns, List<List<Optional<Object>>> values) {
        var digest = sha256();
        columns.forEach((name, type) -> put(digest, name + " " + type));
        int rows = values.isEmpty() ? 0 : values.getFirst().size();
        var each = new byte[rows][];
        for (int row = 0; row < rows; row++) {
            each[row] = row(values, row);
        }
        Arrays.sort(each, Arrays::compare);
        for (var row : each) {
            digest.update(row);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] row(List<List<Optional<Object>>> values, int row) {
        var digest = sha256();
        for (var column : values) {
            put(digest, column.get(row).map(value -> "=" + value).orElse(""));
        }
        return digest.digest();
    }

    /// Length first, so that no two lists of texts are alike.
    private static void put(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
