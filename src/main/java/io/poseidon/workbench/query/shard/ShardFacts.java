package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.rows.Recorded;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.rows.Timing;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is public about a shard, and what an answer of it says of itself.
///
/// @param whole the holder's policy; `table` is the one of its tables that lies here
record ShardFacts(String name, Path state, PolicyDocument whole, Table.Rows table) {

    /// The policy of what can be asked here, with own tables that are sent along.
    PolicyDocument served(Uploads own) {
        var tables = new TreeMap<String, Table>(Map.of(table.name(), table));
        declared().stream().filter(one -> own.has(one.name())).forEach(one -> tables.put(one.name(), one));
        return new PolicyDocument(tables, whole.budget(), whole.validFrom(), whole.validUntil(), whole.purpose());
    }

    /// The tables of an asker that the holder takes.
    List<Table.Own> declared() {
        return whole.tables().values().stream()
                .filter(Table.Own.class::isInstance)
                .map(Table.Own.class::cast)
                .toList();
    }

    Occasion occasion(Timing timing) {
        return Occasion.UNKNOWN.on(LocalDate.now(timing.clock()));
    }

    /// Own tables that were sent along are named by their digests.
    Provenance provenance(String buyer, Uploads own) {
        var facts = new TreeMap<String, String>();
        facts.put("poseidon.dataset_id", name);
        facts.put("poseidon.kind", "rows");
        facts.put("poseidon.table", table.name());
        facts.put("poseidon.buyer", buyer);
        facts.put("poseidon.k", String.valueOf(table.minimumCohort()));
        facts.put("poseidon.purpose", String.join(", ", whole.purpose()));
        facts.put("poseidon.policy_sha256", whole.digest());
        whole.validUntil().ifPresent(day -> facts.put("poseidon.valid_until", day.toString()));
        own.tables().values().forEach(table -> facts.put(Provenance.ownKey(table.name()), table.digest()));
        return new Provenance(facts);
    }

    Map<String, String> metadata(Map<String, String> question, Recorded recorded, RowReply.Answered answered) {
        var all = new TreeMap<>(question);
        all.put("poseidon.snapshot", recorded.origin().snapshot());
        all.put("poseidon.rho", answered.charge().rho().toString());
        all.put("poseidon.rho_spent", answered.charge().spent().toString());
        all.put("poseidon.rho_allowance", answered.charge().allowance().toString());
        all.put("poseidon.groups_declared", String.valueOf(answered.groups().declared()));
        all.put("poseidon.groups_hidden", String.valueOf(answered.groups().hidden()));
        answered.noise().forEach(part -> all.put("poseidon.sigma." + part.number(), String.valueOf(part.sigma())));
        return Map.copyOf(all);
    }
}
