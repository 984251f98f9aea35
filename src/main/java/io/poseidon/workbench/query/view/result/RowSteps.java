package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a shard did for an answer, in its order.
///
/// @param noise standard deviations by number
record RowSteps(Rational rho, Receipt.Groups groups, Table.Rows table, String buyer, Map<String, String> noise) {

    private static final String SIGMA = "poseidon.sigma.";

    /// A step and what is to be said of it.
    record Step(String what, String detail) {}

    /// None over cells.
    static Optional<RowSteps> of(Reply.Answered reply, Venue asked) {
        var metadata = reply.result().metadata();
        var noise = metadata.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SIGMA))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(SIGMA.length()), Map.Entry::getValue));
        return reply.receipt()
                .groups()
                .flatMap(groups -> table(asked)
                        .map(table -> new RowSteps(
                                reply.receipt().rho(),
                                groups,
                                table,
                                asked.purse().map(Purse::buyer).orElse(""),
                                noise)));
    }

    private static Optional<Table.Rows> table(Venue asked) {
        return asked.policy().tables().values().stream()
                .filter(Table.Rows.class::isInstance)
                .map(Table.Rows.class::cast)
                .findFirst();
    }

    List<Step> in(Words words) {
        var formats = Formats.in(words.language());
        var steps = new ArrayList<Step>();
        steps.add(step(words, "meaning", formats.whole(groups.declared())));
        steps.add(
                rho.signum() == 0
                        ? step(words, "known", buyer)
                        : step(words, "reserved", formats.rho(rho.toDouble()), buyer));
        steps.add(step(words, "bounded", table.maximumGroups(), table.maximumRowsPerGroup()));
        steps.add(step(words, "noise", noise(formats)));
        steps.add(step(
                words,
                "threshold",
                formats.whole(groups.hidden()),
                formats.whole(groups.declared()),
                table.minimumCohort()));
        steps.add(step(words, "audited", buyer));
        steps.add(step(words, "finished"));
        return steps;
    }

    private String noise(Formats formats) {
        return noise.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "σ " + entry.getKey() + " " + formats.compact(Double.parseDouble(entry.getValue())))
                .collect(Collectors.joining(" · "));
    }

    private static Step step(Words words, String key, Object... arguments) {
        return new Step(words.now("plan.rows." + key, arguments), words.now("plan.rows." + key + ".text", arguments));
    }
}
