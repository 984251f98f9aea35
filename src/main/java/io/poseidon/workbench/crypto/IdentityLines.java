package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The lines of an identity file, plain: identities, `#` comments, empty lines; Windows line ends and a byte order mark
/// are passed over. Problems name the file and the line, and never repeat what stands there.
final class IdentityLines {

    private static final int LONGEST_LINE = 200;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Path file;

    IdentityLines(Path file) {
        this.file = file;
    }

    /// The caller zeroes the text and closes the identities.
    List<Identity> parse(byte[] text) {
        OtherKeys.refuse(text, file);
        var identities = new ArrayList<Identity>();
        try {
            int number = 1;
            for (int from = beginning(text); from < text.length; number++) {
                int to = lineEnd(text, from);
                line(text, from, to, number).ifPresent(identities::add);
                from = to + 1;
            }
        } catch (Problem problem) {
            identities.forEach(Identity::close);
            throw problem;
        }
        if (identities.isEmpty()) {
            throw Problem.of(Kind.INPUT, IdentityFile.class, "identity-file-empty", file);
        }
        return List.copyOf(identities);
    }

    private static int beginning(byte[] text) {
        int length = BYTE_ORDER_MARK.length;
        return text.length >= length && Arrays.equals(text, 0, length, BYTE_ORDER_MARK, 0, length) ? length : 0;
    }

    private static int lineEnd(byte[] text, int from) {
        int to = from;
        while (to < text.length && text[to] != '\n') {
            to++;
        }
        return to;
    }

    private Optional<Identity> line(byte[] text, int from, int end, int number) {
        int to = end > from && text[end - 1] == '\r' ? end - 1 : end;
        if (from == to || text[from] == '#') {
            return Optional.empty();
        }
        if (to - from > LONGEST_LINE) {
            throw malformed(number);
        }
        var characters = new char[to - from];
        for (int i = from; i < to; i++) {
            characters[i - from] = (char) (text[i] & 0xff);
        }
        try {
            return Optional.of(Identity.parse(characters));
        } catch (Problem problem) {
            throw malformed(number).because(problem);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private Problem malformed(int number) {
        return Problem.of(Kind.INPUT, IdentityFile.class, "identity-line-malformed", file, number);
    }
}
