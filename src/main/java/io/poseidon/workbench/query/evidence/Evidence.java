package io.poseidon.workbench.query.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.evidence.digest.Shape;
import io.poseidon.workbench.query.gate.Attestation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a record states about one answer. It holds digests, never the result; with the salt, whoever has the result
/// can show that it is the one.
///
/// @param origin where the numbers come from: dataset, version, manifest and licence, or the shard's table and snapshot
/// @param budget what was spent before and after, where a budget applies; answers from cells have none
/// @param noise how uncertain the numbers are, in words and figures
public record Evidence(
        Attestation attestation,
        Instant time,
        Map<String, String> origin,
        Asked asked,
        Optional<Spend> budget,
        Committed result,
        Map<String, String> noise) {

    public static final String PAYLOAD_TYPE = "application/vnd.poseidon.evidence+json";

    public Evidence {
        origin = java.util.Collections.unmodifiableMap(new TreeMap<>(origin));
        noise = java.util.Collections.unmodifiableMap(new TreeMap<>(noise));
    }

    /// The question and what was decided: digests of policy and of the text as typed; what ran; the asker's own tables
    /// that it names, each with its digest, since they are part of the question; the decision with its rules or
    /// cautions.
    public record Asked(
            String policy, String text, Ran ran, Map<String, String> uploads, String decision, List<String> rules) {
        public Asked {
            uploads = java.util.Collections.unmodifiableMap(new TreeMap<>(uploads));
            rules = List.copyOf(rules);
        }
    }

    /// The regenerated text, the digest of its tree, and the version of the engine whose tree it is; without a version
    /// in records of the first builds.
    public record Ran(String sql, String tree, Optional<String> engine) {}

    /// Privacy loss ρ of the organisation that asked.
    public record Spend(String buyer, Rational before, Rational after, Rational allowance) {}

    /// The columns, the salted digest of the rows, and the digest of the salt.
    public record Committed(List<Shape> columns, String digest, String salt) {
        public Committed {
            columns = List.copyOf(columns);
        }
    }

    public ObjectNode toJson() {
        return Statements.write(this);
    }

    /// Reads strictly; empty where anything is missing, unknown or would be written otherwise.
    public static Optional<Evidence> parse(JsonNode statement) {
        return Statements.read(statement);
    }
}
