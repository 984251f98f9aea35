package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.text.SqlText;
import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.evidence.Evidence.Asked;
import io.poseidon.workbench.query.evidence.Evidence.Committed;
import io.poseidon.workbench.query.evidence.Evidence.Ran;
import io.poseidon.workbench.query.evidence.Evidence.Spend;
import io.poseidon.workbench.query.evidence.digest.ResultDigest;
import io.poseidon.workbench.query.evidence.digest.Shape;
import io.poseidon.workbench.query.gate.Notary;
import io.poseidon.workbench.query.rows.Recorded;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Takes a signed record of an answer over rows away, as [EvidenceExport] does for cells. The holder signs.
public final class RowEvidenceExport {

    private final SqlText text;
    private final Notary notary;

    public RowEvidenceExport(SqlText text, Notary notary) {
        this.text = text;
        this.notary = notary;
    }

    /// Of an answer; `sql` is the question as typed.
    public void write(Recorded recorded, RowReply.Answered answered, String sql, Path file) {
        var salt = Salt.fresh();
        var record = notary.sign(evidence(recorded, answered, sql, salt).toJson());
        int rows = answered.rows().size();
        new EvidenceFile(record, salt)
                .write(file, sha256 -> recorded.pass().leaves(Exit.EVIDENCE, "json", sha256, rows));
    }

    private Evidence evidence(Recorded recorded, RowReply.Answered answered, String sql, Salt salt) {
        var ran = text.toSql(text.toTree(sql));
        var origin = recorded.origin();
        var asked = new Asked(
                origin.policy(),
                origin.text(),
                new Ran(ran, Sha256.of(text.toTree(ran)), Optional.of(text.version())),
                uploads(origin.uploads(), answered),
                answered.decision().word(),
                answered.decision().reasons());
        return new Evidence(
                notary.attestation(),
                recorded.pass().gate().log().now(),
                origin(recorded),
                asked,
                Optional.of(spend(origin.buyer(), answered.charge())),
                committed(answered, salt),
                noise(answered));
    }

    /// The uploaded tables that the question names.
    private static Map<String, String> uploads(Uploads given, RowReply.Answered answered) {
        var uploads = new TreeMap<String, String>();
        answered.decision()
                .understood()
                .ifPresent(reading -> reading.tables()
                        .forEach(table -> given.find(table).ifPresent(own -> uploads.put(own.name(), own.digest()))));
        return uploads;
    }

    private static Map<String, String> origin(Recorded recorded) {
        return Map.of(
                "kind", "rows",
                "table", recorded.origin().table(),
                "snapshot", recorded.origin().snapshot(),
                "log_head", recorded.pass().gate().log().head());
    }

    private static Spend spend(String buyer, RowReply.Charge charge) {
        return new Spend(buyer, charge.spent().minus(charge.rho()), charge.spent(), charge.allowance());
    }

    private static Committed committed(RowReply.Answered answered, Salt salt) {
        var bounds = answered.table().bounds().lower();
        var shapes = IntStream.range(0, answered.columns().size())
                .mapToObj(i -> shape(answered.columns().get(i), bounds.containsKey(i)))
                .toList();
        try (var digest = new ResultDigest(shapes)) {
            answered.rows()
                    .forEach(row -> digest.add(row.stream()
                            .map(value -> value.map(String::valueOf))
                            .toList()));
            return new Committed(shapes, digest.salted(salt.bytes()), salt.digest());
        }
    }

    private static Shape shape(TableColumn column, boolean bound) {
        return new Shape(column.name(), column.type(), Optional.empty(), false, bound);
    }

    private static Map<String, String> noise(RowReply.Answered answered) {
        var noise = new TreeMap<String, String>();
        noise.put("statement", "each number has discrete Gaussian noise of this standard deviation, in its own unit");
        answered.noise().forEach(part -> noise.put("sigma of " + part.number(), String.valueOf(part.sigma())));
        return noise;
    }
}
