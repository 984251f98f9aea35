package io.poseidon.workbench.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.window.Tour;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The questions of the demonstration: five that are answered, one of them with a note, and one that is refused.
final class Questions {

    /// The one whose answer is taken away as files.
    static final String CAFE_BY_AGE = Tour.QUESTION;

    static final List<String> ALLOWED = List.of(
            "SELECT month, sum(amount_sum) AS spend, sum(txn_count) AS purchases FROM spend GROUP BY month ORDER BY"
                    + " month",
            CAFE_BY_AGE,
            "SELECT region, sum(amount_sum) / sum(txn_count) AS ticket FROM spend GROUP BY region ORDER BY ticket DESC",
            "SELECT category, sum(contributors) AS people FROM spend WHERE month = 9 GROUP BY category ORDER BY"
                    + " category",
            "SELECT count(*) AS suppressed FROM spend WHERE contributors IS NULL");

    static final String REFUSED = "SELECT * FROM read_csv('/etc/passwd')";

    private Questions() {}

    static void askAll(PurchaseQueries queries, ObjectNode result) {
        var answers = result.putArray("answers");
        for (var sql : ALLOWED) {
            try (var answered = answered(queries, sql).result()) {
                answers.addObject().put("sql", sql).put("rows", answered.countRows(Progress.NONE));
            }
        }
        var refusal = queries.ask(REFUSED, Progress.NONE);
        if (!(refusal instanceof Reply.Refused refused)) {
            throw new IllegalStateException("a question outside the purchase was answered");
        }
        result.put("refused", refused.decision().rule().name());
    }

    static void exportAll(PurchaseQueries queries, Path folder, ObjectNode result) {
        var answered = answered(queries, CAFE_BY_AGE);
        try (var ignored = answered.result()) {
            for (var format : Format.values()) {
                var file = folder.resolve("cafe-by-age." + format.name().toLowerCase(Locale.ROOT));
                new Export(answered, true).write(file, format, Progress.NONE);
                result.put(format.name(), file.toFile().length());
            }
        }
    }

    private static Reply.Answered answered(PurchaseQueries queries, String sql) {
        return switch (queries.ask(sql, Progress.NONE)) {
            case Reply.Answered answered -> answered;
            case Reply.Refused refused ->
                throw new IllegalStateException(
                        "refused by " + refused.decision().rule());
        };
    }
}
