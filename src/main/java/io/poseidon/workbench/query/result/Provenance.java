package io.poseidon.workbench.query.result;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.text.SqlText;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.Map;
import java.util.TreeMap;

/// Where a result comes from: what every exported file says of itself under `poseidon.…`.
public record Provenance(Map<String, String> facts) {

    private static final String OWN = "poseidon.own.";
    private static final String DIGEST = "_sha256";

    public Provenance {
        facts = Map.copyOf(facts);
    }

    /// Own tables beside the cells are named by their digests.
    public static Provenance of(OpenedBundle bundle, String policyDigest, Uploads own) {
        var manifest = bundle.manifest();
        var licence = bundle.licence();
        var facts = new TreeMap<String, String>();
        facts.put(
                "poseidon.dataset_id",
                manifest.edition().product() + "-" + manifest.edition().edition());
        facts.put("poseidon.product", manifest.edition().product());
        facts.put("poseidon.edition", manifest.edition().edition());
        facts.put("poseidon.publisher", manifest.edition().publisher());
        facts.put("poseidon.version", manifest.version().name());
        facts.put("poseidon.rho", manifest.privacy().rho().toString());
        facts.put("poseidon.k", String.valueOf(manifest.privacy().minimumCohort()));
        facts.put("poseidon.threshold", String.valueOf(manifest.privacy().threshold()));
        facts.put("poseidon.licence", licence.serial());
        facts.put("poseidon.licence_sha256", Sha256.of(licence.toBytes()));
        facts.put("poseidon.licence_until", licence.until().toString());
        facts.put("poseidon.purpose", String.join(", ", licence.purpose()));
        facts.put("poseidon.manifest_sha256", String.valueOf(licence.manifest()));
        facts.put("poseidon.policy_sha256", policyDigest);
        own.tables().values().forEach(table -> facts.put(ownKey(table.name()), table.digest()));
        return new Provenance(facts);
    }

    /// The fact that holds the digest of an own table.
    public static String ownKey(String table) {
        return OWN + table + DIGEST;
    }

    /// The digests of own tables, by their names.
    public Map<String, String> own() {
        var own = new TreeMap<String, String>();
        facts.forEach((key, digest) -> {
            if (key.startsWith(OWN) && key.endsWith(DIGEST)) {
                own.put(key.substring(OWN.length(), key.length() - DIGEST.length()), digest);
            }
        });
        return own;
    }

    /// With the regenerated text, its digest and that of its tree, the engine whose tree it is, and the digest of the
    /// text as typed.
    public Map<String, String> forQuestion(String typed, String sql, SqlText parser) {
        var all = new TreeMap<>(facts);
        all.put("poseidon.query", sql);
        all.put("poseidon.query_sha256", Sha256.of(sql));
        all.put("poseidon.tree_sha256", Sha256.of(parser.toTree(sql)));
        all.put("poseidon.engine", parser.version());
        all.put("poseidon.text_sha256", Sha256.of(typed));
        return Map.copyOf(all);
    }

    /// As a person would say it: edition and version of a purchase, the name of a shard.
    public String dataset() {
        return (facts.getOrDefault("poseidon.dataset_id", "") + " " + facts.getOrDefault("poseidon.version", ""))
                .strip();
    }

    public String policyDigest() {
        return facts.getOrDefault("poseidon.policy_sha256", "");
    }
}
