package io.poseidon.workbench.query.rows.snapshot;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.privacy.KeyedBits;
import io.poseidon.workbench.query.rows.question.Grouping;
import io.poseidon.workbench.query.rows.question.Steps;
import io.poseidon.workbench.query.rows.question.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The text that bounds and adds contributions: people by group first, at most L groups of each (chosen by a secret
/// order that looks at nothing but the person and the group), each person's total clamped, then the groups.
public final class BoundedSql {

    private BoundedSql() {}

    /// `map` gives the group of a cell; where people were uploaded, `persons` and the map's own table of members choose
    /// the rows and their class.
    static String of(GroupMap map, Grouping grouping, List<Vector> vectors, ShardKey key) {
        var table = grouping.question().table();
        var measures = new ArrayList<>(table.measures().keySet());
        int size = Math.max(1, grouping.groups().size());
        boolean apart = map.isOneCellEach();
        var sums = new StringBuilder(apart ? ", n" : ", CAST(sum(n) AS BIGINT) AS n");
        for (int i = 0; i < measures.size(); i++) {
            sums.append(", ").append(apart ? "s" + i : total(i, table.measure(measures.get(i)), map.cells()));
        }
        var choice = grouping.needsChoice()
                ? " QUALIFY row_number() OVER (PARTITION BY pk // " + size + " ORDER BY hash(pk, " + secret(key)
                        + "), pk) <= " + table.maximumGroups()
                : "";
        var numbers = vectors.stream()
                .map(vector -> number(vector, grouping, measures))
                .collect(Collectors.joining(", "));
        return "WITH u AS (SELECT uid * " + size + " + g AS pk" + sums
                + " FROM cells" + joined(map) + (apart ? "" : " GROUP BY pk") + "), b AS (SELECT * FROM u" + choice
                + ") SELECT pk % "
                + size + " AS g, " + numbers + " FROM b GROUP BY ALL";
    }

    /// As a long where no person's total can be more: sums of longs are the faster for it.
    private static String total(int index, Bounds bounds, int cells) {
        var sum = "sum(s" + index + ")";
        return (CellTotals.addUp(Steps.of(bounds), cells) ? "CAST(" + sum + " AS BIGINT)" : sum) + " AS s" + index;
    }

    private static String joined(GroupMap map) {
        var groups = " JOIN " + map.name() + " USING ";
        return map.members()
                .map(members -> " JOIN persons USING (uid) JOIN " + members.name() + " USING (person)" + groups
                        + "(cell, class)")
                .orElse(groups + "(cell)");
    }

    private static String number(Vector vector, Grouping grouping, List<String> measures) {
        var table = grouping.question().table();
        return switch (vector.kind()) {
            case PEOPLE -> "count(*)";
            case ROWS -> "CAST(sum(least(n, " + table.maximumRowsPerGroup() + ")) AS BIGINT)";
            case TOTAL -> {
                var steps = Steps.of(table.measure(vector.measure()));
                yield "CAST(sum(greatest(" + steps.low() + ", least(s" + measures.indexOf(vector.measure()) + ", "
                        + steps.high() + "))) AS BIGINT)";
            }
        };
    }

    private static long secret(ShardKey key) {
        var context = List.of(
                "choice/1".getBytes(StandardCharsets.UTF_8), key.serial().getBytes(StandardCharsets.UTF_8));
        return KeyedBits.of(key.secret(), context).nextWord();
    }
}
