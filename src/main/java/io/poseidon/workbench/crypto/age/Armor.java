package io.poseidon.workbench.crypto.age;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The text form of an age file: strict PEM, 64 columns, white space only around the whole. Held in memory; meant for
/// what people paste, such as wrapped identities.
public final class Armor {

    private static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
    private static final String END = "-----END AGE ENCRYPTED FILE-----";
    private static final int COLUMNS = 64;

    private Armor() {}

    /// Whether the first thing that is not white space is the armor's first line.
    public static boolean isArmored(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && isWhite(bytes[start])) {
            start++;
        }
        var begin = BEGIN.getBytes(StandardCharsets.US_ASCII);
        int end = start + begin.length;
        return end <= bytes.length && Arrays.equals(bytes, start, end, begin, 0, begin.length);
    }

    public static byte[] encode(byte[] file) {
        var encoder = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'});
        var text = BEGIN + "\n" + new String(encoder.encode(file), StandardCharsets.US_ASCII) + "\n" + END + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] decode(byte[] armored) {
        var lines = trimmed(new String(armored, StandardCharsets.ISO_8859_1)).split("\r?\n", -1);
        if (lines.length < 3 || !lines[0].equals(BEGIN) || !lines[lines.length - 1].equals(END)) {
            throw AgeProblem.armor("its first or last line is missing");
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 1; i < lines.length - 1; i++) {
            boolean last = i == lines.length - 2;
            if (lines[i].isEmpty() || lines[i].length() > COLUMNS || !last && lines[i].length() < COLUMNS) {
                throw AgeProblem.armor("a line of the wrong length");
            }
            bytes.writeBytes(line(lines[i]));
        }
        return bytes.toByteArray();
    }

    private static byte[] line(String line) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            throw AgeProblem.armor("broken base64").because(e);
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(line)) {
            throw AgeProblem.armor("base64 that is not canonical");
        }
        return bytes;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhite((byte) text.charAt(start))) {
            start++;
        }
        while (end > start && isWhite((byte) text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isWhite(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
