package io.poseidon.workbench.training.shard;

import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Reason;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a shard's policy allows to be trained. Decided at the shard; no plan can switch it off or lower it. Columns are
/// the same whatever the case of their letters, as in SQL.
///
/// @param identity the column that names the contributor; a plan cannot choose another
/// @param buyers fingerprints of the organisations that may train here; empty lets nobody in
/// @param minimumShards fewer invited shards than this are declined
/// @param minimumCohort fewer contributors than this at the shard are declined, rarer categories not told
public record ShardTerms(
        String identity,
        Set<String> labels,
        Set<String> features,
        Set<String> models,
        int rounds,
        int minimumShards,
        int minimumCohort,
        Set<String> buyers,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    public ShardTerms {
        identity = identity.toLowerCase(Locale.ROOT);
        labels = lowerCase(labels);
        features = lowerCase(features);
        models = Set.copyOf(models);
        buyers = Set.copyOf(buyers);
    }

    private static Set<String> lowerCase(Set<String> columns) {
        return columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /// Why the plan is declined, the first reason; empty when it is allowed.
    public Optional<Reason> objection(Plan plan, int shards, String buyer, LocalDate today) {
        if (from.filter(today::isBefore).isPresent()
                || until.filter(today::isAfter).isPresent()) {
            return Optional.of(Reason.EXPIRED);
        }
        if (!buyers.contains(buyer)) {
            return Optional.of(Reason.BUYER);
        }
        if (!identity.equals(plan.contributor().toLowerCase(Locale.ROOT))) {
            return Optional.of(Reason.CONTRIBUTOR);
        }
        if (!labels.contains(plan.label().column().toLowerCase(Locale.ROOT))) {
            return Optional.of(Reason.LABEL);
        }
        if (!features.containsAll(lowerCase(Set.copyOf(plan.features().columns().toList())))) {
            return Optional.of(Reason.FEATURE);
        }
        if (!models.contains(plan.model().kind())) {
            return Optional.of(Reason.MODEL);
        }
        if (plan.rounds() > rounds) {
            return Optional.of(Reason.ROUNDS);
        }
        return shards < minimumShards ? Optional.of(Reason.TOO_FEW_SHARDS) : Optional.empty();
    }
}
