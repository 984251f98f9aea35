package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the people behind a table are spread over a reference population's classes.
///
/// A person may stand in several cells of the other dimensions, so counts are never added over those: one slice is
/// taken, the values of the other dimensions with the most contributors, in which everybody counts once.
public final class Representativeness {

    /// Both the sum of absolute noises and the noise of the total stay under these with 97.5 % each.
    private static final double Z = 2.2414;

    private static final double Z95 = 1.96;

    private final Population population;
    private final Map<String, String> slice;
    private final Map<List<String>, Double> panel = new LinkedHashMap<>();
    private final Map<List<String>, Double> reference = new LinkedHashMap<>();
    private final double sigma;
    private final double hiddenAtMost;

    /// A class of one dimension: share of the panel with its half width (95 %), and of the population.
    public record Margin(String label, double panel, double half, double reference) {}

    private Representativeness(ClearedTable table, Population population, double threshold) {
        this.population = population;
        this.sigma = table.sigma(ClearedTable.CONTRIBUTORS);
        this.slice = slice(table, population.dimensions());
        var counts = counts(table);
        int hidden = 0;
        for (var labels : classes(table, 0)) {
            var count = counts.get(labels);
            hidden += count == null ? 1 : 0;
            panel.put(labels, count == null ? 0 : Math.max(0, count));
            reference.put(labels, population.at(labels).orElse(0.0));
        }
        this.hiddenAtMost = hidden * threshold;
    }

    /// `threshold` is the count that a hidden cell stayed under. Empty where the population does not describe the table
    /// or nobody is shown.
    public static Optional<Representativeness> of(ClearedTable table, Population population, long threshold) {
        if (!population.describes(table.schema()) || table.shown() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Representativeness(table, population, threshold)).filter(found -> found.people() > 0);
    }

    public Score score() {
        double variation = 0;
        for (var labels : panel.keySet()) {
            variation += Math.abs(panel.getOrDefault(labels, 0.0) / people()
                            - reference.getOrDefault(labels, 0.0) / sum(reference))
                    / 2;
        }
        double slack = slack();
        return Score.within(
                Dimension.REPRESENTATIVENESS,
                1 - variation,
                new Score.Interval(1 - variation - slack, 1 - variation + slack),
                Sentence.of("evidence.representativeness", variation, panel.size(), where()));
    }

    public Population population() {
        return population;
    }

    /// People of the slice, as counted with noise.
    public double people() {
        return sum(panel);
    }

    /// The values of the other dimensions that the people were counted at: `category grocery, month 8`.
    public String where() {
        return String.join(
                ", ",
                slice.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    /// The classes of one of the population's dimensions, in the table's order.
    public List<Margin> margins(String dimension) {
        int place = population.dimensions().indexOf(dimension);
        var margins = new ArrayList<Margin>();
        var labels =
                panel.keySet().stream().map(key -> key.get(place)).distinct().toList();
        for (var label : labels) {
            long cells = panel.keySet().stream()
                    .filter(key -> key.get(place).equals(label))
                    .count();
            margins.add(new Margin(
                    label,
                    share(panel, place, label),
                    Z95 * sigma * Math.sqrt((double) cells) / people(),
                    share(reference, place, label)));
        }
        return List.copyOf(margins);
    }

    /// The triangle inequality: noise moves the total variation by at most half the noise's own absolute sum, and a
    /// hidden class by at most what it stayed under.
    private double slack() {
        double classes = panel.size();
        double absolute = classes * Math.sqrt(2 / Math.PI) + Z * Math.sqrt(classes * (1 - 2 / Math.PI));
        double total = Z * Math.sqrt(classes);
        return (sigma * (absolute + total) / 2 + hiddenAtMost) / people();
    }

    private Map<List<String>, Double> counts(ClearedTable table) {
        var counts = new HashMap<List<String>, Double>();
        var keys = columns(table, population.dimensions());
        var others = columns(table, List.copyOf(slice.keySet()));
        var chosen = List.copyOf(slice.values());
        double[] people = table.numbers(ClearedTable.CONTRIBUTORS);
        for (int row = 0; row < people.length; row++) {
            if (labels(others, row).equals(chosen)) {
                counts.put(labels(keys, row), people[row]);
            }
        }
        return counts;
    }

    private static List<List<String>> columns(ClearedTable table, List<String> names) {
        return names.stream().map(table::texts).toList();
    }

    private static List<String> labels(List<List<String>> columns, int row) {
        return columns.stream().map(column -> column.get(row)).toList();
    }

    private List<List<String>> classes(ClearedTable table, int place) {
        if (place == population.dimensions().size()) {
            return List.of(List.of());
        }
        var domain = table.schema()
                .column(population.dimensions().get(place))
                .map(Column::domain)
                .orElse(List.of());
        var classes = new ArrayList<List<String>>();
        for (var label : domain) {
            for (var rest : classes(table, place + 1)) {
                var labels = new ArrayList<String>();
                labels.add(label);
                labels.addAll(rest);
                classes.add(List.copyOf(labels));
            }
        }
        return classes;
    }

    private static Map<String, String> slice(ClearedTable table, List<String> classes) {
        var others = table.schema().dimensions().stream()
                .map(Column::name)
                .filter(name -> !classes.contains(name))
                .toList();
        var columns = columns(table, others);
        double[] people = table.numbers(ClearedTable.CONTRIBUTORS);
        var sums = new LinkedHashMap<List<String>, Double>();
        for (int row = 0; row < people.length; row++) {
            sums.merge(labels(columns, row), people[row], Double::sum);
        }
        var largest = sums.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        var slice = new LinkedHashMap<String, String>();
        for (int i = 0; i < others.size(); i++) {
            slice.put(others.get(i), largest.get(i));
        }
        return slice;
    }

    private static double share(Map<List<String>, Double> counts, int place, String label) {
        double part = counts.entrySet().stream()
                .filter(entry -> entry.getKey().get(place).equals(label))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return part / sum(counts);
    }

    private static double sum(Map<List<String>, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
