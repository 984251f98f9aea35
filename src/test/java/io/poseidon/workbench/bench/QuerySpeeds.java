package io.poseidon.workbench.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The speed table of the allowed queries, by hand: `mvn -Pbench verify -Dbench.main=…bench.QuerySpeeds`, with
/// `-Dbench=decision` or another name for a part of it. Sides that are compared take turns in one run.
public final class QuerySpeeds {

    private interface Part {
        void measure(SpeedTable table) throws Exception;
    }

    private QuerySpeeds() {}

    public static void main(String[] arguments) throws Exception {
        var wanted = Pattern.compile(arguments.length > 0 ? arguments[0] : ".*");
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("decision", DecisionSpeed::measure);
        parts.put("span", SpanSpeed::measure);
        parts.put("arrow", ArrowSpeed::measure);
        parts.put("cells", CellSpeed::measure);
        parts.put("page", PageSpeed::measure);
        parts.put("rows", RowSpeed::measure);
        var table = new SpeedTable();
        for (var part : parts.entrySet()) {
            if (wanted.matcher(part.getKey()).find()) {
                part.getValue().measure(table);
            }
        }
        table.load();
    }
}
