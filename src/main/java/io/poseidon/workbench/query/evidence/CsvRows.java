package io.poseidon.workbench.query.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads CSV as our exports write it (RFC 4180): NULL is an empty field, the empty text is `""`. What is written
/// otherwise is read as leniently as possible, since it is only compared.
final class CsvRows {

    private final Reader in;
    private int next;

    private CsvRows(Reader in) throws IOException {
        this.in = in;
        this.next = in.read();
    }

    static void read(Path file, ResultFile.Rows into) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            var csv = new CsvRows(in);
            into.columns(csv.line().stream().map(name -> name.orElse("")).toList());
            while (csv.next >= 0) {
                into.row(csv.line());
            }
        }
    }

    private List<Optional<String>> line() throws IOException {
        var fields = new ArrayList<Optional<String>>();
        fields.add(field());
        while (next == ',') {
            next = in.read();
            fields.add(field());
        }
        if (next == '\r') {
            next = in.read();
        }
        if (next == '\n') {
            next = in.read();
        }
        return fields;
    }

    private Optional<String> field() throws IOException {
        if (next == '"') {
            return Optional.of(quoted());
        }
        var text = new StringBuilder();
        while (next >= 0 && next != ',' && next != '\r' && next != '\n') {
            text.append((char) next);
            next = in.read();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private String quoted() throws IOException {
        var text = new StringBuilder();
        next = in.read();
        while (next >= 0) {
            int current = next;
            next = in.read();
            if (current == '"' && next != '"') {
                return text.toString();
            }
            if (current == '"') {
                next = in.read();
            }
            text.append((char) current);
        }
        return text.toString();
    }
}
