package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/// RFC 7468 text around DER bytes: one block a file, 64 columns; explanatory text before it is allowed.
public final class Pem {

    private static final int COLUMNS = 64;

    private Pem() {}

    /// ASCII bytes; the caller zeroes them where they hold a secret.
    public static byte[] encode(String label, byte[] der) {
        var body = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encode(der);
        var begin = ascii("-----BEGIN " + label + "-----\n");
        var end = ascii("\n-----END " + label + "-----\n");
        var pem = new byte[begin.length + body.length + end.length];
        System.arraycopy(begin, 0, pem, 0, begin.length);
        System.arraycopy(body, 0, pem, begin.length, body.length);
        System.arraycopy(end, 0, pem, begin.length + body.length, end.length);
        Arrays.fill(body, (byte) 0);
        return pem;
    }

    /// The DER bytes of the one block of a file, which must carry this label; messages name the file and, where it
    /// holds another kind of key, that kind.
    public static byte[] decode(String label, byte[] pem, Path file) {
        var begin = ascii("-----BEGIN " + label + "-----");
        var end = ascii("-----END " + label + "-----");
        int from = find(begin, pem, 0);
        int to = from < 0 ? -1 : find(end, pem, from);
        if (to < 0) {
            throw OtherBlock.of(label, pem, file);
        }
        var body = Arrays.copyOfRange(pem, from + begin.length, to);
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Kind.INPUT, Pem.class, "pem-malformed", label, file)
                    .because(e);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    static int find(byte[] wanted, byte[] in, int from) {
        for (int i = from; i + wanted.length <= in.length; i++) {
            if (Arrays.equals(wanted, 0, wanted.length, in, i, i + wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
