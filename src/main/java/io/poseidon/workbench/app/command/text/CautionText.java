package io.poseidon.workbench.app.command.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.policy.Decision.Caution;
import io.poseidon.workbench.query.result.ToldTable;
import io.poseidon.workbench.query.rows.RowReply;
import java.util.Locale;
import java.util.OptionalDouble;

/// What could be misread in an answer over rows, in the words of the document of a purchase.
final class CautionText {

    private CautionText() {}

    static void cautions(ObjectNode document, RowReply.Answered answered) {
        var cautions = answered.decision().cautions();
        if (cautions.isEmpty()) {
            return;
        }
        var into = document.putArray("cautions");
        for (var caution : cautions) {
            var told = into.addObject()
                    .put("kind", caution.kind().name().toLowerCase(Locale.ROOT))
                    .put("subject", caution.subject())
                    .put("line", caution.place().line())
                    .put("column", caution.place().column())
                    .put("length", caution.place().length());
            if (caution.kind() == Caution.Kind.OVERLAP) {
                told.put("lowerBound", answered.table().bounds().complete());
            }
        }
    }

    /// In the shape of the rows, where a column has lower bounds.
    static void atLeast(ObjectNode document, ToldTable table) {
        var lower = table.bounds().lower();
        if (lower.isEmpty()) {
            return;
        }
        var rows = document.putArray("atLeast");
        for (int row = 0; row < table.rows().size(); row++) {
            var values = rows.addArray();
            for (int column = 0; column < table.columns().size(); column++) {
                var bound = lower.containsKey(column) ? lower.get(column).get(row) : OptionalDouble.empty();
                if (bound.isPresent()) {
                    values.add(bound.getAsDouble());
                } else {
                    values.addNull();
                }
            }
        }
    }
}
