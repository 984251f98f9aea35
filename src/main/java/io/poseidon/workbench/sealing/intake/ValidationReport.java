package io.poseidon.workbench.sealing.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.spec.Rejection;
import io.poseidon.workbench.sealing.spec.SealSpec;
import io.poseidon.workbench.sealing.spec.Source.Tolerance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What became of the rows, exactly: it stays with the publisher and is never sealed. `places` counts the rejected rows
/// of a reason by the first column of the input that was at fault.
public record ValidationReport(
        long rows, Map<Rejection, Long> rejected, Map<Rejection, Map<String, Long>> places, Bounding bounding) {

    /// What the limits on one contributor took away: contributors over the cell limit, their cells left out, and for
    /// each measure the contributor cells whose total was clamped.
    public record Bounding(
            long contributors,
            long contributorCells,
            long contributorsOverLimit,
            long cellsLeftOut,
            List<Long> clamped) {
        public Bounding {
            clamped = List.copyOf(clamped);
        }
    }

    public ValidationReport {
        rejected = Collections.unmodifiableMap(new EnumMap<>(rejected));
        places = Map.copyOf(places);
    }

    public long accepted() {
        return rows - rejectedInAll();
    }

    public long rejectedInAll() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Stops a batch of which more was rejected than the specification tolerates, and an empty one.
    public void requireTolerable(Tolerance tolerance) {
        if (rows == 0) {
            throw Problem.of(Kind.INPUT, ValidationReport.class, "no-rows");
        }
        if (accepted() == 0) {
            throw Problem.of(Kind.INPUT, ValidationReport.class, "no-row-accepted", rows, summary());
        }
        if (share(rejectedInAll()).compareTo(tolerance.inAll()) > 0) {
            throw tooMany("rejected-too-many", rejectedInAll());
        }
        tolerance.byReason().forEach((reason, most) -> {
            long count = rejected.getOrDefault(reason, 0L);
            if (share(count).compareTo(most) > 0) {
                throw tooMany("rejected-too-many", count);
            }
        });
    }

    private Problem tooMany(String code, long count) {
        return Problem.of(Kind.INPUT, ValidationReport.class, code, count, rows, summary());
    }

    private Rational share(long count) {
        return Rational.of(count, rows);
    }

    /// Counts by reason and column, for a message.
    private String summary() {
        var parts = new ArrayList<String>();
        rejected.forEach((reason, count) -> parts.add(reason.key() + " " + count + columns(reason)));
        return String.join(", ", parts);
    }

    private String columns(Rejection reason) {
        return place(reason).entrySet().stream()
                .map(column -> column.getKey() + ": " + column.getValue())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), columns -> columns.isEmpty() ? "" : " (" + columns + ")"));
    }

    private Map<String, Long> place(Rejection reason) {
        return places.getOrDefault(reason, Map.of());
    }

    /// For the file beside the output.
    public ObjectNode toJson(SealSpec spec) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("product", spec.naming().product())
                .put("edition", spec.naming().edition());
        json.put("rows", rows).put("accepted", accepted());
        var reasons = json.putObject("rejected");
        rejected.forEach((reason, count) -> reasons.put(reason.key(), count));
        var columns = json.putObject("rejectedByColumn");
        places.keySet().stream().sorted().forEach(reason -> {
            var counts = columns.putObject(reason.key());
            place(reason).forEach(counts::put);
        });
        var limits = json.putObject("bounding");
        limits.put("contributors", bounding.contributors());
        limits.put("contributorCells", bounding.contributorCells());
        limits.put("contributorsOverLimit", bounding.contributorsOverLimit());
        limits.put("cellsLeftOut", bounding.cellsLeftOut());
        var clamped = limits.putObject("clamped");
        for (int i = 0; i < spec.measures().size(); i++) {
            clamped.put(spec.measures().get(i).name(), bounding.clamped().get(i));
        }
        return json;
    }
}
