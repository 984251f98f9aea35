package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.bundle.format.StrictJson;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import java.util.List;
import java.util.Locale;

/// The tables of a manifest. A table's name becomes the name of an entry, so it is held to plain letters.
final class SchemaReader {

    private static final int NAME = 64;
    private static final int LARGEST_DOMAIN = 20_000;

    private SchemaReader() {}

    static Schema table(StrictJson json) {
        var name = json.required("name");
        if (!name.text(NAME).matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw name.damaged();
        }
        return new Schema(
                name.text(NAME),
                json.required("columns").items(256).stream()
                        .map(SchemaReader::column)
                        .toList());
    }

    private static Column column(StrictJson json) {
        return new Column(
                json.required("name").text(NAME),
                constant(json.required("role"), Role.class),
                constant(json.required("type"), ColumnType.class),
                json.optional("unit").map(unit -> unit.text(NAME)),
                json.optional("domain").map(SchemaReader::domain).orElse(List.of()),
                json.optional("bounds").map(ManifestReader::bounds),
                json.optional("noise").map(noise -> noise.required("variance").positive()));
    }

    private static List<String> domain(StrictJson json) {
        return json.items(LARGEST_DOMAIN).stream().map(value -> value.text(256)).toList();
    }

    private static <E extends Enum<E>> E constant(StrictJson json, Class<E> type) {
        try {
            return Enum.valueOf(type, json.text(NAME).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw json.damaged().because(e);
        }
    }
}
