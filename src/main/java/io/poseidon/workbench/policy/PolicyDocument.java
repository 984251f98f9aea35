package io.poseidon.workbench.policy;

import io.poseidon.workbench.model.Document;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The rules a holder of data sets: which tables and columns there are, what may be asked of them, what it may cost.
public record PolicyDocument(
        Map<String, Table> tables,
        Optional<Budget> budget,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        List<String> purpose) {

    public PolicyDocument {
        tables = Frozen.copy(tables);
        purpose = List.copyOf(purpose);
    }

    public static PolicyDocument read(Path file) {
        return PolicyReader.read(Document.read(file));
    }

    /// `source` names the text in messages.
    public static PolicyDocument parse(String source, String text) {
        return PolicyReader.read(Document.parse(source, text));
    }

    /// As SQL finds it: whatever the case of letters.
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    /// SHA-256 of the document's meaning in hexadecimal: the same however it is laid out.
    public String digest() {
        return PolicyDigest.of(this);
    }
}
