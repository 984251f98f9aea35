package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// The expressions computed beside a result, and their values in one row.
final class Extras {

    private final SequencedSet<String> sql = new LinkedHashSet<>();

    /// Adds what the noise of one column needs.
    void require(Noise noise) {
        switch (noise) {
            case Noise.Sum sum -> counts(List.copyOf(sum.value().parts().keySet()));
            case Noise.Ratio ratio -> {
                sql.add(ratio.numerator().sql());
                sql.add(ratio.denominator().sql());
                counts(Stream.of(ratio.numerator(), ratio.denominator())
                        .flatMap(part -> part.value().parts().keySet().stream())
                        .distinct()
                        .toList());
            }
            case Noise.Extreme extreme -> sql.add(count(extreme.cells(), extreme.cells()));
            case Noise.Told told -> sql.addAll(List.of(told.low(), told.high()));
            case Noise.None ignored -> {}
            case Noise.Unknown ignored -> {}
        }
    }

    void require(String expression) {
        sql.add(expression);
    }

    List<String> sql() {
        return List.copyOf(sql);
    }

    Map<String, Double> values(Rows rows, int from, long row) {
        var values = new HashMap<String, Double>();
        int column = from;
        for (var expression : sql) {
            values.put(expression, rows.isNull(column, row) ? Double.NaN : rows.number(column, row));
            column++;
        }
        return values;
    }

    /// SQL for the number of cells that stand in both of two sums of one column.
    static String count(Atom first, Atom second) {
        var conditions = new ArrayList<String>();
        conditions.add(Sql.name(first.column()) + " IS NOT NULL");
        Stream.of(first.filter(), second.filter())
                .filter(filter -> !filter.isEmpty())
                .distinct()
                .forEach(conditions::add);
        return "count(*) FILTER (WHERE " + String.join(" AND ", conditions) + ")";
    }

    private void counts(List<Atom> atoms) {
        for (var first : atoms) {
            for (var second : atoms) {
                if (first.kind() != Atom.Kind.CELL && first.column().equals(second.column())) {
                    sql.add(count(first, second));
                }
            }
        }
    }
}
