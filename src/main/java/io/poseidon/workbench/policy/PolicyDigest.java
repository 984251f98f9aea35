package io.poseidon.workbench.policy;

import io.poseidon.workbench.model.Bounds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A fingerprint of what a policy says. Every text is written with its length in front, tables by name, sets sorted;
/// numbers as fractions in lowest terms.
final class PolicyDigest {

    private final StringBuilder out = new StringBuilder("poseidon policy 1\n");

    private PolicyDigest() {}

    static String of(PolicyDocument policy) {
        var digest = new PolicyDigest();
        new TreeMap<>(policy.tables()).values().forEach(digest::table);
        policy.budget()
                .ifPresent(budget -> digest.put(
                        "budget",
                        budget.rho(),
                        budget.perNumber(),
                        budget.perQuery(),
                        budget.allBuyers(),
                        budget.delta()));
        digest.put("valid", policy.validFrom(), policy.validUntil());
        digest.put("purpose", policy.purpose().stream().sorted().toArray());
        return digest.hash();
    }

    private void table(Table table) {
        switch (table) {
            case Table.Cells cells -> {
                put("cells", cells.name());
                columns(cells.columns());
                put("overlap", cells.overlap().stream().sorted().toArray());
            }
            case Table.Own own -> {
                put("own", own.name());
                columns(own.columns());
            }
            case Table.Rows rows -> rows(rows);
        }
    }

    private void rows(Table.Rows rows) {
        put("rows", rows.name(), rows.identity(), rows.minimumCohort(), rows.maximumGroups());
        put("bound", rows.maximumRowsPerGroup());
        rows.dimensions().forEach((name, dimension) -> {
            var parts = new ArrayList<Object>(List.of(name, dimension.type(), dimension.isStatic()));
            parts.addAll(dimension.values());
            put("dimension", parts.toArray());
        });
        new TreeMap<>(rows.measures()).forEach((name, bounds) -> measure(name, bounds));
        put("aggregates", rows.aggregates().stream().sorted().toArray());
        put("literals", rows.literals().stream().sorted().toArray());
        rows.dominance().ifPresent(share -> put("dominance", share.top1(), share.top2()));
        rows.joins().forEach(term -> put("join", term.with(), term.on()));
        rows.training().ifPresent(training -> {
            put("labels", training.labels().toArray());
            put("features", training.features().toArray());
            put("models", training.models().toArray());
            put("training", training.clip(), training.leastNoise(), training.rounds(), training.minimumShards());
            put("buyers", training.buyers().stream().sorted().toArray());
        });
    }

    private void measure(String name, Bounds bounds) {
        put("measure", name, bounds.min(), bounds.max());
    }

    private void columns(Map<String, ?> columns) {
        columns.forEach((name, type) -> put("column", name, type));
    }

    private void put(String word, Object... parts) {
        out.append(word);
        for (var part : parts) {
            var text = part.toString();
            out.append(' ').append(text.length()).append(':').append(text);
        }
        out.append('\n');
    }

    private String hash() {
        try {
            var bytes = out.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
