package io.poseidon.workbench.remote.shard;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.training.shard.ShardTerms;
import java.nio.file.Path;
import java.util.Set;

/// The training terms of a shard's policy: those of its one table that has a training section. The policy's `clip` and
/// `leastNoise` bind plans with `dp`, which this version refuses everywhere.
public final class PolicyTerms {

    private PolicyTerms() {}

    public static ShardTerms read(Path file) {
        var policy = PolicyDocument.read(file);
        var tables = policy.tables().values().stream()
                .filter(Table.Rows.class::isInstance)
                .map(Table.Rows.class::cast)
                .filter(table -> table.training().isPresent())
                .toList();
        if (tables.size() != 1) {
            var code = tables.isEmpty() ? "policy-without-training" : "policy-with-many";
            throw Problem.of(Kind.INPUT, PolicyTerms.class, code, file.getFileName());
        }
        return terms(policy, tables.getFirst());
    }

    private static ShardTerms terms(PolicyDocument policy, Table.Rows table) {
        var training = table.training().orElseThrow();
        return new ShardTerms(
                table.identity(),
                Set.copyOf(training.labels()),
                Set.copyOf(training.features()),
                Set.copyOf(training.models()),
                training.rounds(),
                training.minimumShards(),
                table.minimumCohort(),
                Set.copyOf(training.buyers()),
                policy.validFrom(),
                policy.validUntil());
    }
}
