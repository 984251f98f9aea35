package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.audit.AuditEntry.Brought;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The own tables of a line of the log: their names, columns and digests, without any row.
final class RecordedUploads {

    private RecordedUploads() {}

    /// Whether the line holds what a decision needs; those of the first builds do not.
    static boolean suffice(Circumstances circumstances) {
        return circumstances.uploads().stream().noneMatch(own -> own.columns().isEmpty());
    }

    static Uploads of(Circumstances circumstances) {
        var tables = circumstances.uploads().stream()
                .collect(Collectors.toMap(Brought::name, RecordedUploads::table, (first, again) -> first));
        var replaced =
                circumstances.uploads().stream().filter(Brought::replaces).map(Brought::name);
        return new Uploads(tables, replaced.collect(Collectors.toSet()));
    }

    private static Upload table(Brought own) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        own.columns().forEach(column -> columns.put(column.name(), column.type()));
        return Upload.known(own.name(), columns, own.digest());
    }
}
