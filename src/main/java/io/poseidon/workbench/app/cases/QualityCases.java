package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.quality.measure.Anonymity;
import io.poseidon.workbench.quality.measure.ColumnProfile;
import io.poseidon.workbench.quality.measure.DistributionShift;
import io.poseidon.workbench.quality.measure.Timeliness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// `quality`: distributions, small tables and timeliness, by the `type` of the case.
public final class QualityCases {

    public static final Map<String, Rule> RULES = Map.of("quality", QualityCases::answer);

    private static final String MISSING = "\u0000missing";

    private QualityCases() {}

    private static Answer answer(Document given) {
        var type = given.required("type");
        return switch (type.text()) {
            case "distribution" -> distribution(given);
            case "table" -> table(given);
            case "timeliness" -> timeliness(given);
            default -> throw type.expected("distribution, table or timeliness");
        };
    }

    private static Answer distribution(Document given) {
        var reference = counts(Read.some(given.required("reference_counts")), given.required("reference_counts"));
        var observed = counts(
                Read.items(given.required("observed_counts"), reference.size()), given.required("observed_counts"));
        var shift = DistributionShift.of(reference, observed);
        var json = Read.object()
                .put("psi_floor_1e_4", shift.populationStability())
                .put("js_divergence_bits", shift.jensenShannon())
                .put("js_distance_bits", Math.sqrt(shift.jensenShannon()))
                .put("total_variation", shift.totalVariation())
                .put("chi_square_stat", shift.chiSquare())
                .put("hellinger", shift.hellinger())
                .put("poststrat_kish_neff", shift.effectiveSize())
                .put("psi_band", shift.band());
        return new Answer(json, "PSI " + shift.populationStability() + ", " + shift.band());
    }

    private static List<Double> counts(List<Document> items, Document list) {
        var counts = items.stream()
                .map(item -> Read.real(item, value -> value >= 0, "zero or more"))
                .toList();
        if (counts.stream().mapToDouble(Double::doubleValue).sum() == 0) {
            throw list.expected("counts that are not all zero");
        }
        return counts;
    }

    private static Answer table(Document given) {
        var names = given.required("columns").texts();
        var rows = given.required("rows").items().stream()
                .map(row -> Read.items(row, names.size()))
                .toList();
        var json = Read.object();
        var columns = json.putObject("columns");
        for (int i = 0; i < names.size(); i++) {
            profile(columns.putObject(names.get(i)), column(rows, i));
        }
        present(given, "valid_ranges")
                .ifPresent(ranges -> ranges.entries().forEach((name, range) -> {
                    var values = column(rows, place(names, name, ranges));
                    put((ObjectNode) columns.path(name), "validity", validity(values, range));
                }));
        present(given, "quasi_identifiers").ifPresent(list -> anonymity(json, given, names, rows, list));
        return new Answer(json, rows.size() + " rows, " + columns);
    }

    private static void profile(ObjectNode json, List<Document> cells) {
        var values = cells.stream()
                .filter(cell -> !cell.isNull())
                .map(Document::text)
                .toList();
        var profile = ColumnProfile.of(cells.size(), values);
        put(json, "completeness", profile.completeness());
        put(json, "uniqueness", profile.uniqueness());
        put(json, "distinctness", profile.distinctness());
        put(json, "unique_value_ratio", profile.uniqueValueRatio());
        put(json, "entropy_nats", profile.entropyNats());
    }

    private static OptionalDouble validity(List<Document> cells, Document range) {
        var limits = Read.items(range, 2).stream().map(Read::fraction).toList();
        var values = cells.stream()
                .filter(cell -> !cell.isNull())
                .map(Read::fraction)
                .toList();
        long valid = values.stream()
                .filter(value -> value.compareTo(limits.get(0)) >= 0 && value.compareTo(limits.get(1)) <= 0)
                .count();
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) valid / values.size());
    }

    private static void anonymity(
            ObjectNode json, Document given, List<String> names, List<List<Document>> rows, Document list) {
        var places = list.items().stream()
                .map(item -> place(names, item.text(), item))
                .toList();
        var keys = rows.stream()
                .map(row -> places.stream().map(place -> label(row.get(place))).toList())
                .toList();
        var anonymity = Anonymity.of(keys);
        json.put("k_anonymity", anonymity.smallestClass()).put("classes", anonymity.classes());
        var column = present(given, "sensitive");
        if (column.isPresent() && !rows.isEmpty()) {
            int place = place(names, column.get().text(), column.get());
            var values = rows.stream().map(row -> label(row.get(place))).toList();
            var sensitive = Anonymity.sensitive(keys, values);
            json.put("distinct_l_diversity", sensitive.distinct())
                    .put("entropy_l_diversity", sensitive.entropy())
                    .put("t_closeness_equal_distance", sensitive.closeness());
        }
    }

    private static Answer timeliness(Document given) {
        var json = Read.object();
        var list = json.putArray("cases");
        var sentences = new ArrayList<String>();
        for (var item : Read.some(given.required("cases"))) {
            double age = Read.real(item.required("age"), value -> value >= 0, "zero or more");
            double volatility = Read.real(item.required("volatility"), value -> value > 0, "more than zero");
            double sensitivity = Read.real(item.required("sensitivity"), value -> value >= 0, "zero or more");
            double halfLife = Read.real(item.required("half_life"), value -> value > 0, "more than zero");
            double ballou = Timeliness.ballou(age, volatility, sensitivity);
            list.addObject().put("ballou", ballou).put("exponential", Timeliness.exponential(age, halfLife));
            sentences.add(String.valueOf(ballou));
        }
        return new Answer(json, "timeliness " + String.join(", ", sentences));
    }

    private static List<Document> column(List<List<Document>> rows, int place) {
        return rows.stream().map(row -> row.get(place)).toList();
    }

    private static int place(List<String> names, String name, Document at) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw at.expected("one of the columns " + String.join(", ", names));
        }
        return place;
    }

    private static Optional<Document> present(Document given, String key) {
        return given.optional(key).filter(value -> !value.isNull());
    }

    private static String label(Document cell) {
        return cell.isNull() ? MISSING : cell.text();
    }

    private static void put(ObjectNode json, String key, OptionalDouble value) {
        value.ifPresentOrElse(number -> json.put(key, number), () -> json.putNull(key));
    }
}
