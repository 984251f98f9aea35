package io.poseidon.workbench.query.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Repaired;
import io.poseidon.workbench.query.interval.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A result as one JSON document, `{"decision":…,"columns":[{"name","type","unit"}],"rows":[[…]]}`, written as it is
/// computed. Whole numbers beyond 2^53 and decimals are texts, as are NaN and the infinities; NULL is `null`. With
/// intervals there is also `"intervals"`, in the shape of the rows: `[low, high]`, or `null` where a value is exact, or
/// the reason in lower case where there is none. Where a column is an upper bound, because the same person can be
/// counted several times, it says so and `"atLeast"` holds the lower bounds in the shape of the rows;
/// `"lowerBound":false` in a caution tells
/// that a number it is about has none.
public final class JsonResult {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private final Result result;
    private final JsonGenerator json;

    private JsonResult(Result result, JsonGenerator json) {
        this.result = result;
        this.json = json;
    }

    /// What stands around the rows.
    record Head(Decision decision, boolean intervals, Optional<Repaired> repaired, Map<String, String> provenance) {}

    static void write(Result result, Head head, OutputStream out, Progress progress) throws IOException {
        var factory = new JsonFactory();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (var json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("decision", head.decision().word());
            var document = new JsonResult(result, json);
            document.repaired(head.repaired());
            document.cautions(head.decision());
            document.columns();
            document.rows(head.intervals(), progress);
            document.provenance(head.provenance());
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private void repaired(Optional<Repaired> repaired) throws IOException {
        if (repaired.isPresent()) {
            json.writeObjectFieldStart("repaired");
            for (var fact : repaired.get().facts().entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
        }
    }

    private void cautions(Decision decision) throws IOException {
        if (!decision.cautions().isEmpty()) {
            json.writeArrayFieldStart("cautions");
            for (var caution : decision.cautions()) {
                json.writeStartObject();
                json.writeStringField("kind", caution.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("subject", caution.subject());
                json.writeNumberField("line", caution.place().line());
                json.writeNumberField("column", caution.place().column());
                json.writeNumberField("length", caution.place().length());
                if (caution.kind() == Decision.Caution.Kind.OVERLAP) {
                    json.writeBooleanField("lowerBound", !result.plan().lacksBound());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void columns() throws IOException {
        json.writeArrayFieldStart("columns");
        for (int i = 0; i < result.columns().size(); i++) {
            var column = result.columns().get(i);
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
            json.writeObjectField("unit", column.unit().orElse(null));
            if (result.plan().isUpper(i)) {
                json.writeStringField("bound", "upper");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Intervals are kept aside while the rows are written: a second run might give the rows in another order.
    private void rows(boolean withIntervals, Progress progress) throws IOException {
        var aside = new ByteArrayOutputStream();
        var lower = new ByteArrayOutputStream();
        try (var beside = new JsonFactory().createGenerator(aside);
                var bounds = new JsonFactory().createGenerator(lower)) {
            json.writeArrayFieldStart("rows");
            beside.writeStartArray();
            bounds.writeStartArray();
            result.scan(progress, page -> {
                write(page, withIntervals, beside);
                bounds(page, bounds);
            });
            bounds.writeEndArray();
            beside.writeEndArray();
            json.writeEndArray();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (withIntervals) {
            json.writeFieldName("intervals");
            json.writeRawValue(aside.toString(StandardCharsets.UTF_8));
        }
        if (hasBounds()) {
            json.writeFieldName("atLeast");
            json.writeRawValue(lower.toString(StandardCharsets.UTF_8));
        }
    }

    private boolean hasBounds() {
        return IntStream.range(0, result.columns().size()).anyMatch(result.plan()::isRange);
    }

    /// In the shape of the rows: the lower bound of a value that is an upper one, otherwise `null`.
    private void bounds(ResultPage page, JsonGenerator bounds) {
        if (!hasBounds()) {
            return;
        }
        try {
            for (long row = 0; row < page.count(); row++) {
                bounds.writeStartArray();
                for (int column = 0; column < page.columns().size(); column++) {
                    var least = page.atLeast(column, row);
                    if (least.isPresent()) {
                        bounds.writeNumber(least.getAsDouble());
                    } else {
                        bounds.writeNull();
                    }
                }
                bounds.writeEndArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ResultPage page, boolean withIntervals, JsonGenerator beside) {
        try {
            for (long row = 0; row < page.count(); row++) {
                json.writeStartArray();
                values(page, row);
                json.writeEndArray();
                if (withIntervals) {
                    beside.writeStartArray();
                    intervals(page, row, beside);
                    beside.writeEndArray();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void values(ResultPage page, long row) throws IOException {
        for (int column = 0; column < page.columns().size(); column++) {
            var value = page.rows().value(column, row);
            if (value.isEmpty()) {
                json.writeNull();
            } else {
                value(value.get());
            }
        }
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case Long number when Math.abs(number) <= EXACT_IN_DOUBLE -> json.writeNumber(number);
            case Long number -> json.writeString(number.toString());
            case BigInteger number -> json.writeString(number.toString());
            case BigDecimal number -> json.writeString(number.toPlainString());
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> json.writeString(value.toString());
        }
    }

    private static void intervals(ResultPage page, long row, JsonGenerator json) throws IOException {
        for (int column = 0; column < page.columns().size(); column++) {
            switch (page.interval(column, row)) {
                case Interval.Exact ignored -> json.writeNull();
                case Interval.Between between -> json.writeArray(new double[] {between.low(), between.high()}, 0, 2);
                case Interval.Unknown unknown ->
                    json.writeString(unknown.reason().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void provenance(Map<String, String> facts) throws IOException {
        json.writeObjectFieldStart("provenance");
        for (Map.Entry<String, String> fact : new TreeMap<>(facts).entrySet()) {
            json.writeStringField(fact.getKey().replace("poseidon.", ""), fact.getValue());
        }
        json.writeEndObject();
    }
}
