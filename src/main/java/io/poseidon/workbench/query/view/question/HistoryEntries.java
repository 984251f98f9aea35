package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What is remembered of a question once it has ended.
///
/// @param repaired whether a rewrite was asked that had been offered
record HistoryEntries(String dataset, String sql, boolean repaired, Instant at, Duration took) {

    static final HistoryEntries NONE = new HistoryEntries("", "", false, Instant.EPOCH, Duration.ZERO);

    private static final String FILTERED = "filtered";
    private static final String REPAIRED = "repaired";

    /// Whether groups of the answer were hidden.
    static boolean isFiltered(History.Entry entry) {
        return remarks(entry).contains(FILTERED) || entry.decision().equals("filter");
    }

    static boolean isRepaired(History.Entry entry) {
        return remarks(entry).contains(REPAIRED);
    }

    private static List<String> remarks(History.Entry entry) {
        return List.of(entry.detail().split(" "));
    }

    History.Entry ended(QueryState end) {
        return switch (end) {
            case QueryState.Answered answered -> {
                long rows = answered.counted() ? answered.rows() : -1;
                var decision = answered.reply().decision().word();
                var remarks = String.join(" ", remarks(answered.reply().receipt()));
                yield new History.Entry(at, dataset, sql, decision, "answered", remarks, rows, took);
            }
            case QueryState.Refused refused ->
                entry("refuse", "refused", refused.decision().rule().name());
            case QueryState.Failed failed ->
                entry("", "failed", failed.problem().code());
            case QueryState.Cancelled ignored -> entry("", "cancelled", "");
            case QueryState.NoPurchase ignored -> entry("", "cancelled", "");
            case QueryState.Ready ignored -> entry("", "cancelled", "");
            case QueryState.Running ignored -> entry("", "cancelled", "");
        };
    }

    private List<String> remarks(Receipt receipt) {
        var remarks = new ArrayList<String>();
        if (receipt.groups().filter(groups -> groups.hidden() > 0).isPresent()) {
            remarks.add(FILTERED);
        }
        if (repaired) {
            remarks.add(REPAIRED);
        }
        return remarks;
    }

    private History.Entry entry(String decision, String outcome, String detail) {
        return new History.Entry(at, dataset, sql, decision, outcome, detail, -1, took);
    }
}
