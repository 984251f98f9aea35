package io.poseidon.workbench.training.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.training.metrics.BinaryMetrics;
import io.poseidon.workbench.training.metrics.BinaryMetrics.Band;
import io.poseidon.workbench.training.plan.PlanJson;
import io.poseidon.workbench.training.report.RunReport.ShardRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/// Reports and rounds as JSON: durations in milliseconds, instants in UTC.
public final class ReportJson {

    /// What this version's protection comes to, as every report says it.
    public static final String STATEMENT = "The coordinator saw each shard's update: no secure sum and no noise in this"
            + " version. The relay saw sizes, times and names only.";

    private ReportJson() {}

    public static ObjectNode write(RunReport report) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("run", report.run().value())
                .put("outcome", word(report.outcome()))
                .put("started", report.started().toString())
                .put("ended", report.ended().toString())
                .put("resumedAfterRound", report.resumedAfter())
                .put("privacy", STATEMENT);
        json.set("plan", PlanJson.write(report.plan()));
        var shards = json.putArray("shards");
        report.shards().forEach(row -> write(shards.addObject(), row));
        var rounds = json.putArray("rounds");
        report.rounds().forEach(round -> rounds.add(write(round)));
        return json;
    }

    private static void write(ObjectNode json, ShardRow row) {
        json.put("shard", row.shard().value()).put("state", word(row.state()));
        row.rows().ifPresent(band -> json.putArray("rowBand").add(band.from()).add(band.until()));
        json.put("rounds", row.rounds()).put("latencyMillis", row.latency().toMillis());
        row.why()
                .ifPresent(why -> json.put("reason", why.reason().code())
                        .put("inRound", why.round())
                        .put("inPhase", word(why.phase())));
    }

    public static ObjectNode write(RoundResult round) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("round", round.round())
                .put("shards", round.shards())
                .put("trainingLoss", round.trainingLoss())
                .put("millis", round.took().toMillis())
                .put("model", round.model());
        json.set("holdout", write(round.holdout()));
        return json;
    }

    public static ObjectNode write(BinaryMetrics metrics) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("rows", metrics.count())
                .put("accuracy", metrics.accuracy())
                .put("auc", metrics.auc())
                .put("aucBinning", metrics.aucBinning())
                .put("aucHalfWidth95", metrics.aucHalfWidth())
                .put("logLoss", metrics.logLoss())
                .put("logLossHalfWidth95", metrics.logLossHalfWidth())
                .put("calibrationError", metrics.calibrationError());
        var bands = json.putArray("calibration");
        metrics.calibration()
                .forEach(band -> bands.addObject()
                        .put("rows", band.count())
                        .put("predicted", band.predicted())
                        .put("observed", band.observed()));
        return json;
    }

    /// Throws [IllegalArgumentException] for what is no round.
    public static RoundResult readRound(JsonNode json) {
        return new RoundResult(
                number(json, "round").intValue(),
                number(json, "shards").intValue(),
                number(json, "trainingLoss").doubleValue(),
                readMetrics(json.path("holdout")),
                Duration.ofMillis(number(json, "millis").longValue()),
                json.path("model").asText());
    }

    private static BinaryMetrics readMetrics(JsonNode json) {
        var bands = new ArrayList<Band>();
        for (var band : json.path("calibration")) {
            bands.add(new Band(
                    number(band, "rows").longValue(),
                    number(band, "predicted").doubleValue(),
                    number(band, "observed").doubleValue()));
        }
        return new BinaryMetrics(
                number(json, "rows").longValue(),
                number(json, "accuracy").doubleValue(),
                number(json, "auc").doubleValue(),
                number(json, "aucBinning").doubleValue(),
                number(json, "aucHalfWidth95").doubleValue(),
                number(json, "logLoss").doubleValue(),
                number(json, "logLossHalfWidth95").doubleValue(),
                number(json, "calibrationError").doubleValue(),
                bands);
    }

    private static JsonNode number(JsonNode json, String key) {
        var value = json.path(key);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("no number under " + key);
        }
        return value;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
