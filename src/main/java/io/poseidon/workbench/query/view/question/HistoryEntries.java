package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.query.History;
import java.time.Duration;
import java.time.Instant;

/// What is remembered of a question once it has ended.
record HistoryEntries(String dataset, String sql, Instant at, Duration took) {

    History.Entry ended(QueryState end) {
        return switch (end) {
            case QueryState.Answered answered -> {
                long rows = answered.counted() ? answered.rows() : -1;
                var decision = answered.reply().decision().word();
                yield new History.Entry(at, dataset, sql, decision, "answered", "", rows, took);
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

    private History.Entry entry(String decision, String outcome, String detail) {
        return new History.Entry(at, dataset, sql, decision, outcome, detail, -1, took);
    }
}
