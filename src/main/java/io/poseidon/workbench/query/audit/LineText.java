package io.poseidon.workbench.query.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.query.audit.AuditEntry.Charged;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.audit.AuditEntry.Corrected;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Left;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/// Writes lines of the log.
final class LineText {

    private LineText() {}

    static String of(long sequence, String previous, Instant time, AuditEntry entry) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("sequence", sequence)
                .put("previous", previous)
                .put("time", time.toString());
        switch (entry) {
            case Decided decided -> decided(json.put("kind", "decision"), decided);
            case Left left ->
                json.put("kind", "exit")
                        .put("decision", left.decision())
                        .put("exit", left.exit().word())
                        .put("form", left.form())
                        .put("result", left.result())
                        .put("rows", left.rows());
            case Corrected corrected ->
                json.put("kind", "correction")
                        .put("decision", corrected.decision())
                        .put("outcome", "failed")
                        .put("code", corrected.code());
            case Charged charged -> charged(json.put("kind", "charge"), charged);
        }
        return json.toString();
    }

    private static void decided(ObjectNode json, Decided decided) {
        json.put("place", decided.place().word())
                .put("dataset", decided.dataset())
                .put("policy", decided.policy())
                .put("text", decided.text().words())
                .put("sha256", decided.text().digest())
                .put("sql", decided.ran().orElse(null))
                .put("outcome", decided.outcome().name().toLowerCase(Locale.ROOT))
                .put("decision", decided.decision());
        var rules = json.putArray("rules");
        decided.rules().forEach(rules::add);
        json.put("code", decided.code())
                .put("result", decided.result().orElse(null))
                .put("rows", decided.rows())
                .put("milliseconds", decided.took().toMillis());
        circumstances(json, decided.circumstances());
        if (decided.people().isPresent()) {
            people(json.putObject("people"), decided.people().get());
        } else {
            json.putNull("people");
        }
    }

    private static void charged(ObjectNode json, Charged charged) {
        json.put("buyer", charged.buyer()).put("snapshot", charged.snapshot());
        var vectors = json.putArray("vectors");
        charged.vectors().forEach(vectors::add);
        json.put("before", charged.before().toString())
                .put("after", charged.after().toString());
        if (!charged.frozen().isEmpty()) {
            UploadJson.brought(json.putArray("frozen"), charged.frozen());
        }
    }

    private static void circumstances(ObjectNode json, Circumstances circumstances) {
        json.put("day", circumstances.day().map(LocalDate::toString).orElse(null));
        if (circumstances.purposes().isPresent()) {
            var purposes = json.putArray("purposes");
            circumstances.purposes().get().stream().sorted().forEach(purposes::add);
        } else {
            json.putNull("purposes");
        }
        UploadJson.brought(json.putArray("uploads"), circumstances.uploads());
    }

    private static void people(ObjectNode json, People people) {
        json.put("buyer", people.buyer())
                .put("table", people.table())
                .put("snapshot", people.snapshot())
                .put("before", people.before().toString())
                .put("after", people.after().toString());
        if (!people.joined().isEmpty()) {
            UploadJson.joined(json.putArray("joined"), people.joined());
        }
    }
}
