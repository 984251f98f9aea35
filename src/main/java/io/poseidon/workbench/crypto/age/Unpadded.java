package io.poseidon.workbench.crypto.age;

import io.poseidon.workbench.model.Problem;
import java.util.Arrays;
import java.util.Base64;

/// Base64 as age writes it: the standard alphabet, no padding, and only the one canonical spelling of each text.
public final class Unpadded {

    private Unpadded() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] decode(String text) {
        if (text.indexOf('=') >= 0) {
            throw AgeProblem.header("padded base64");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw AgeProblem.header("broken base64").because(e);
        }
        if (!encode(bytes).equals(text)) {
            throw AgeProblem.header("base64 that is not canonical");
        }
        return bytes;
    }

    /// Refuses every other length than the one expected.
    public static byte[] decode(String text, int length) {
        var bytes = decode(text);
        if (bytes.length != length) {
            Arrays.fill(bytes, (byte) 0);
            throw wrongLength();
        }
        return bytes;
    }

    private static Problem wrongLength() {
        return AgeProblem.header("an argument of the wrong length");
    }
}
