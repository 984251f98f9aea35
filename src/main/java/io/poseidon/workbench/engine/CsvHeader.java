package io.poseidon.workbench.engine;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// The first line of a CSV file: its names and the delimiter between them.
record CsvHeader(List<String> names, char delimiter) {

    private static final int MOST_COLUMNS = 2_000;

    static CsvHeader read(Path file, int longestLine) {
        var line = firstLine(file, longestLine);
        char delimiter = delimiter(line);
        var names = fields(line, delimiter);
        if (names.size() > MOST_COLUMNS) {
            throw problem(file, "csv-columns", MOST_COLUMNS);
        }
        var seen = new HashSet<String>();
        for (var name : names) {
            if (name.isBlank()) {
                throw problem(file, "csv-header-empty");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw problem(file, "csv-header-twice", name);
            }
        }
        return new CsvHeader(List.copyOf(names), delimiter);
    }

    private static String firstLine(Path file, int longest) {
        var bytes = new ByteArrayOutputStream();
        boolean quoted = false;
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = in.read(); b >= 0 && (quoted || b != '\n' && b != '\r'); b = in.read()) {
                quoted ^= b == '"';
                bytes.write(b);
                if (bytes.size() > longest) {
                    throw problem(file, "csv-long-line", 1, "", 1);
                }
            }
        } catch (IOException e) {
            throw Desk.unreadable(file, e);
        }
        var line = decode(file, bytes.toByteArray());
        if (line.isBlank()) {
            throw problem(file, "csv-empty");
        }
        return line;
    }

    private static String decode(Path file, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw problem(file, "csv-encoding", 1);
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw problem(file, "csv-encoding", 1).because(e);
        }
    }

    /// The candidate that stands most often outside quotes; a comma where there is none.
    private static char delimiter(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (fields(line, candidate).size() > fields(line, best).size()) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> fields(String line, char delimiter) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static Problem problem(Path file, String code, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = file.getFileName();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Problem.of(Kind.INPUT, CsvHeader.class, code, arguments);
    }
}
