package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.result.Result;
import io.poseidon.workbench.query.view.decision.Mentions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What ran for an answer, in the order it did, in the words of the policy: nothing of how the engine went about it.
///
/// @param own the own tables that were read beside those of the place
/// @param sql the text regenerated from the approved tree
/// @param beside expressions that were computed in the same run, for the intervals and lower bounds
/// @param rows what a shard did, where one answered
record RunPlan(String sql, List<Read> reads, List<Own> own, int beside, String policy, Optional<RowSteps> rows) {

    /// A table, its declared cells, and the columns of it that are named.
    record Read(String table, long cells, List<String> columns) {}

    /// An own table that was read beside them, its digest, and the columns of it that are named.
    record Own(String table, String digest, List<String> columns) {}

    RunPlan {
        reads = List.copyOf(reads);
        own = List.copyOf(own);
    }

    static RunPlan of(Reply.Answered reply, Venue asked) {
        var reading = reading(reply.decision());
        var reads = asked.schemas().stream()
                .filter(schema -> reading.tables().contains(schema.table().toLowerCase(Locale.ROOT)))
                .map(schema -> read(schema, Mentions.in(reading.query()).columns()))
                .toList();
        var result = reply.result();
        var own = asked.policy().tables().values().stream()
                .filter(Table.Own.class::isInstance)
                .map(Table.Own.class::cast)
                .filter(table -> reading.tables().contains(table.name()))
                .map(table -> own(table, result, Mentions.in(reading.query()).columns()))
                .toList();
        return new RunPlan(
                result.sql(),
                reads,
                own,
                result.plan().extras().size(),
                result.metadata().getOrDefault("poseidon.policy_sha256", ""),
                RowSteps.of(reply, asked));
    }

    private static Read read(Schema schema, List<String> mentioned) {
        var columns = schema.columns().stream()
                .map(column -> column.name())
                .filter(name -> mentioned.stream().anyMatch(name::equalsIgnoreCase))
                .toList();
        return new Read(schema.table(), schema.cells(), columns);
    }

    private static Own own(Table.Own table, Result result, List<String> mentioned) {
        var columns = table.columns().keySet().stream()
                .filter(name -> mentioned.stream().anyMatch(name::equalsIgnoreCase))
                .toList();
        var digest = result.metadata().getOrDefault(Provenance.ownKey(table.name()), "");
        return new Own(table.name(), digest, columns);
    }

    private static Reading reading(Decision decision) {
        return switch (decision) {
            case Decision.Allow allow -> allow.reading();
            case Decision.Filter filter -> filter.reading();
            case Decision.Warn warn -> warn.reading();
            case Decision.Refuse ignored -> throw new IllegalArgumentException("nothing ran for a refusal");
        };
    }
}
