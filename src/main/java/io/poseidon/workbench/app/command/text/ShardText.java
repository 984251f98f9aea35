package io.poseidon.workbench.app.command.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.query.Repaired;
import io.poseidon.workbench.query.cases.DecisionDocument;
import io.poseidon.workbench.query.cases.PreflightDocument;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.rows.RowReply;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What the query command says of an answer over rows: the values, the noise, the intervals, and what it was charged.
public final class ShardText {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private ShardText() {}

    /// `nothing` is the same question again, where no group of it is shown.
    public static ObjectNode document(
            RowReply.Answered answered, Optional<Repaired> repaired, Optional<Preflight> nothing, boolean intervals) {
        var document = Output.object().put("decision", answered.decision().word());
        if (repaired.isPresent()) {
            var other = document.putObject("repaired");
            repaired.get().facts().forEach(other::put);
        }
        CautionText.cautions(document, answered);
        columns(document.putArray("columns"), answered);
        var rows = document.putArray("rows");
        answered.rows().forEach(row -> {
            var values = rows.addArray();
            row.forEach(value -> add(values, value));
        });
        CautionText.atLeast(document, answered.table());
        if (intervals) {
            intervals(document.putArray("intervals"), answered);
        }
        var noise = document.putObject("noise");
        answered.noise().forEach(part -> noise.put(part.number(), part.sigma()));
        charge(document, answered.charge());
        nothing.ifPresent(again -> PreflightDocument.nothingShown(document.putObject("nothingShown"), again));
        return document;
    }

    private static void columns(ArrayNode into, RowReply.Answered answered) {
        for (int i = 0; i < answered.columns().size(); i++) {
            var column = answered.columns().get(i);
            var told = into.addObject()
                    .put("name", column.name())
                    .put("type", column.type().name().toLowerCase(Locale.ROOT))
                    .putNull("unit");
            if (answered.table().bounds().isUpper(i)) {
                told.put("bound", "upper");
            }
        }
    }

    /// In the shape of the rows, as the document of a purchase has them.
    private static void intervals(ArrayNode into, RowReply.Answered answered) {
        answered.table().intervals().forEach(row -> {
            var ends = into.addArray();
            for (var interval : row) {
                switch (interval) {
                    case Interval.Exact ignored -> ends.addNull();
                    case Interval.Between(double low, double high) ->
                        ends.addArray().add(low).add(high);
                    case Interval.Unknown(Interval.Reason reason) ->
                        ends.add(reason.name().toLowerCase(Locale.ROOT));
                }
            }
        });
    }

    public static void written(Output output, RowReply.Answered answered, Path file, long rows) {
        QueryText.caution(
                output, answered.decision(), !answered.table().bounds().complete());
        var document = Output.object()
                .put("decision", answered.decision().word())
                .put("file", file.toString())
                .put("rows", rows);
        charge(document, answered.charge());
        output.document(document, rows + " rows written to " + file);
    }

    public static void refused(Output output, RowReply.Refused refused) {
        var document = Output.object();
        DecisionDocument.fill(document, refused.decision());
        charge(document, refused.charge());
        var words = new Explanations(Locale.ENGLISH);
        var why = words.why(refused.decision());
        var next = refused.decision()
                .repair()
                .map(repair -> "Allowed instead: " + repair.sql())
                .orElse("Ask in a way the policy allows.");
        document.putObject("error")
                .put("code", refused.decision().rule().name())
                .put("message", why)
                .put("next", next);
        var needs = words.needs(refused.decision().rule());
        output.document(document, "refuse: " + why + "\nneeded: " + needs + "\n" + next);
    }

    private static void charge(ObjectNode into, RowReply.Charge charge) {
        into.putObject("charge")
                .put("rho", charge.rho().toString())
                .put("spent", charge.spent().toString())
                .put("allowance", charge.allowance().toString())
                .putObject("known")
                .put("numbers", charge.known().numbers())
                .put("cells", charge.known().cells());
    }

    /// Whole numbers beyond 2^53 and decimals are texts.
    private static void add(ArrayNode into, Optional<Object> value) {
        switch (value.orElse("")) {
            case Object any when value.isEmpty() -> into.addNull();
            case Long whole when Math.abs(whole) <= EXACT_IN_DOUBLE -> into.add(whole);
            case Double real when Double.isFinite(real) -> into.add(real);
            case Boolean flag -> into.add(flag);
            case BigInteger whole -> into.add(whole.toString());
            case BigDecimal decimal -> into.add(decimal.toPlainString());
            case Object other -> into.add(String.valueOf(other));
        }
    }
}
