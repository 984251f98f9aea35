package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Where a result comes from: what every exported file says of itself under `poseidon.…`.
public record Provenance(Map<String, String> facts) {

    public Provenance {
        facts = Map.copyOf(facts);
    }

    static Provenance of(OpenedBundle bundle, String policyDigest) {
        var manifest = bundle.manifest();
        var licence = bundle.licence();
        var facts = new TreeMap<String, String>();
        facts.put(
                "poseidon.dataset_id",
                manifest.edition().product() + "-" + manifest.edition().edition());
        facts.put("poseidon.publisher", manifest.edition().publisher());
        facts.put("poseidon.version", manifest.version().name());
        facts.put("poseidon.rho", manifest.privacy().rho().toString());
        facts.put("poseidon.k", String.valueOf(manifest.privacy().minimumCohort()));
        facts.put("poseidon.threshold", String.valueOf(manifest.privacy().threshold()));
        facts.put("poseidon.licence", licence.serial());
        facts.put("poseidon.licence_until", licence.until().toString());
        facts.put("poseidon.purpose", String.join(", ", licence.purpose()));
        facts.put("poseidon.manifest_sha256", String.valueOf(licence.manifest()));
        facts.put("poseidon.policy_sha256", policyDigest);
        return new Provenance(facts);
    }

    /// With the regenerated text and its digest.
    Map<String, String> forQuestion(String sql) {
        var all = new TreeMap<>(facts);
        all.put("poseidon.query", sql);
        all.put("poseidon.query_sha256", digest(sql));
        return Map.copyOf(all);
    }

    static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
