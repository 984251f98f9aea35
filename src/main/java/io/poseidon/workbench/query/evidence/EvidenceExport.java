package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.evidence.Evidence.Asked;
import io.poseidon.workbench.query.evidence.Evidence.Committed;
import io.poseidon.workbench.query.evidence.Evidence.Ran;
import io.poseidon.workbench.query.evidence.digest.ResultDigest;
import io.poseidon.workbench.query.evidence.digest.Shape;
import io.poseidon.workbench.query.gate.Attestation;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.result.Result;
import io.poseidon.workbench.query.result.ResultPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Takes a signed record of an answer from cells away: the file, and beside it the salt that belongs with the result.
/// The rows are read once more for their digest. Files appear whole or not at all.
public final class EvidenceExport {

    /// What stands in the question.
    private static final List<String> ELSEWHERE = List.of("policy_sha256", "text_sha256", "tree_sha256", "engine");

    private final Reply.Answered answered;
    private final Gate gate;

    public EvidenceExport(Reply.Answered answered) {
        this.answered = answered;
        this.gate = answered.result().pass().gate();
    }

    /// `file` is best called `NAME.evidence.json`; the salt becomes `NAME.evidence.salt`.
    public void write(Path file, Progress progress) {
        var notary = gate.notary()
                .orElseThrow(() -> Problem.of(Problem.Kind.SURROUNDINGS, EvidenceExport.class, "nobody-signs"));
        var salt = Salt.fresh();
        var record = notary.sign(evidence(notary.attestation(), salt, progress).toJson());
        new EvidenceFile(record, salt)
                .write(file, sha256 -> answered.result().pass().leaves(Exit.EVIDENCE, "json", sha256, -1));
    }

    private Evidence evidence(Attestation attestation, Salt salt, Progress progress) {
        var result = answered.result();
        var shapes = shapes(result);
        var committed = committed(result, shapes, salt, progress);
        return new Evidence(
                attestation,
                gate.log().now(),
                origin(result),
                asked(result),
                Optional.empty(),
                committed,
                Noise.ofCells(shapes));
    }

    private static Committed committed(Result result, List<Shape> shapes, Salt salt, Progress progress) {
        try (var digest = new ResultDigest(shapes)) {
            result.scan(progress, page -> add(page, digest));
            return new Committed(shapes, digest.salted(salt.bytes()), salt.digest());
        }
    }

    private Asked asked(Result result) {
        var facts = result.metadata();
        var version = Optional.of(fact(facts, "engine"));
        return new Asked(
                fact(facts, "policy_sha256"),
                fact(facts, "text_sha256"),
                new Ran(result.sql(), fact(facts, "tree_sha256"), version),
                uploads(facts),
                answered.decision().word(),
                answered.decision().reasons());
    }

    /// Own tables that the question names.
    private Map<String, String> uploads(Map<String, String> facts) {
        var uploads = new TreeMap<String, String>();
        answered.decision()
                .understood()
                .ifPresent(reading -> reading.tables()
                        .forEach(table -> Optional.ofNullable(facts.get(Provenance.ownKey(table)))
                                .ifPresent(digest -> uploads.put(table, digest))));
        return uploads;
    }

    private static void add(ResultPage page, ResultDigest digest) {
        for (long row = 0; row < page.count(); row++) {
            var values = new ArrayList<Optional<String>>();
            for (int column = 0; column < page.columns().size(); column++) {
                values.add(page.rows().value(column, row).map(String::valueOf));
            }
            digest.add(values);
        }
    }

    private static List<Shape> shapes(Result result) {
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < result.columns().size(); i++) {
            var column = result.columns().get(i);
            shapes.add(new Shape(
                    column.name(),
                    column.type(),
                    column.unit(),
                    result.plan().isNoisy(i),
                    result.plan().isRange(i)));
        }
        return shapes;
    }

    /// What every export says of where it comes from, and how far the audit log had come.
    private static Map<String, String> origin(Result result) {
        var origin = new TreeMap<String, String>();
        origin.put("kind", "cells");
        result.metadata().forEach((key, value) -> {
            var name = key.replace("poseidon.", "");
            if (!name.startsWith("query") && !name.startsWith("own.") && !ELSEWHERE.contains(name)) {
                origin.put(name, value);
            }
        });
        origin.put("log_head", result.pass().gate().log().head());
        return origin;
    }

    private static String fact(Map<String, String> facts, String name) {
        return facts.getOrDefault("poseidon." + name, "");
    }
}
