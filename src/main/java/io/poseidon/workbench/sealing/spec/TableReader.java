package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of a specification: dimensions, measures, shares and overlap.
final class TableReader {

    /// The noisy count that every sealed table has.
    static final String CONTRIBUTORS = "contributors";

    private static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,50}";
    private static final String WHOLE = "-?\\d{1,18}";
    private static final int LARGEST_DOMAIN = 20_000;
    private static final BigInteger MOST_STEPS = BigInteger.ONE.shiftLeft(50);

    private TableReader() {}

    static String name(Document name) {
        if (!name.text().matches(NAME)) {
            throw name.expected("a letter followed by up to 50 letters, digits and underscores");
        }
        return name.text();
    }

    static List<Dimension> dimensions(Document dimensions) {
        var read = new ArrayList<Dimension>();
        long cells = 1;
        for (var entry : dimensions.entries().entrySet()) {
            var dimension = dimension(entry.getKey(), entry.getValue());
            read.add(dimension);
            cells *= dimension.domain().labels().size();
            if (cells > SealSpec.LARGEST_TABLE) {
                throw entry.getValue().expected("small enough for a table of " + SealSpec.LARGEST_TABLE + " cells");
            }
        }
        if (read.isEmpty()) {
            throw dimensions.expected("at least one dimension");
        }
        return read;
    }

    private static Dimension dimension(String name, Document document) {
        if (document.isList()) {
            return new Dimension(name, name, listed(document));
        }
        document.onlyKeys("from", "bins", "labels", "values");
        var column = document.optional("from").map(Document::text).orElse(name);
        if (document.optional("bins").isEmpty()) {
            return new Dimension(name, column, listed(document.required("values")));
        }
        return new Dimension(name, column, bins(document));
    }

    /// Whole numbers when all of them are, texts otherwise.
    private static Domain listed(Document list) {
        var values = list.texts();
        requireDomain(list, values);
        if (values.stream().allMatch(value -> value.matches(WHOLE))) {
            var numbers = values.stream().map(Long::valueOf).toList();
            requireDomain(list, numbers);
            return new Domain.Integers(numbers);
        }
        return new Domain.Texts(values);
    }

    private static Domain bins(Document document) {
        var bins = document.required("bins");
        if (document.optional("values").isPresent()) {
            throw document.expected("either bins or values");
        }
        var edges = bins.items().stream().map(Document::longInteger).toList();
        requireDomain(bins, edges);
        if (!edges.equals(edges.stream().sorted().toList())) {
            throw bins.expected("in rising order");
        }
        var labels = document.optional("labels");
        if (labels.isEmpty()) {
            return Domain.Bins.of(edges);
        }
        requireDomain(labels.get(), labels.get().texts());
        if (labels.get().texts().size() != edges.size()) {
            throw labels.get().expected("one label for each bin");
        }
        return new Domain.Bins(edges, labels.get().texts());
    }

    private static void requireDomain(Document list, List<?> values) {
        if (values.isEmpty() || values.size() > LARGEST_DOMAIN) {
            throw list.expected("1 to " + LARGEST_DOMAIN + " values");
        }
        if (new HashSet<>(values).size() != values.size()) {
            throw list.expected("without a value that stands twice");
        }
    }

    static List<Measure> measures(Document measures) {
        var read = measures.entries().entrySet().stream()
                .map(entry -> measure(entry.getKey(), entry.getValue()))
                .toList();
        if (read.size() > 64) {
            throw measures.expected("at most 64 measures");
        }
        return read;
    }

    private static Measure measure(String name, Document document) {
        if (document.optional("count").isPresent()) {
            document.onlyKeys("count", "max");
            if (!document.required("count").text().equals("rows")) {
                throw document.required("count").expected("rows");
            }
            return Measure.rows(name + "_count", most(document.required("max")));
        }
        return document.optional("min").isPresent() ? sum(name, document) : count(name, document);
    }

    /// `{column: n, max: 200}`: a column of counts, added up.
    private static Measure count(String name, Document document) {
        document.onlyKeys("column", "max", "min", "unit", "step");
        if (document.optional("unit").isPresent() || document.optional("step").isPresent()) {
            document.required("min");
        }
        var bounds = new Bounds(Rational.ZERO, Rational.of(most(document.required("max"))));
        var column = Optional.of(document.required("column").text());
        return new Measure(name + "_count", Role.COUNT, column, bounds, Rational.ONE, Optional.empty());
    }

    /// `{min: 0, max: 1000000, unit: KRW, step: 1}`: a column added up.
    private static Measure sum(String name, Document document) {
        document.onlyKeys("column", "min", "max", "unit", "step");
        var step = document.optional("step").map(SpecReader::positive).orElse(Rational.ONE);
        requireDecimalStep(document, step);
        var min = wholeSteps(document.required("min"), step);
        var max = wholeSteps(document.required("max"), step);
        if (min.compareTo(max) >= 0) {
            throw document.required("max").expected("over min");
        }
        return new Measure(
                name + "_sum",
                Role.MEASURE,
                Optional.of(document.optional("column").map(Document::text).orElse(name)),
                new Bounds(min, max),
                step,
                document.optional("unit").map(Document::text));
    }

    private static void requireDecimalStep(Document document, Rational step) {
        if (!step.times(Rational.of(1_000_000)).isInteger()) {
            throw document.required("step").expected("a decimal of at most six places");
        }
    }

    private static Rational wholeSteps(Document bound, Rational step) {
        var steps = bound.rational().over(step);
        if (!steps.isInteger() || steps.numerator().abs().compareTo(MOST_STEPS) > 0) {
            throw bound.expected("a whole number of steps, at most 2^50 of them");
        }
        return bound.rational();
    }

    private static long most(Document max) {
        if (max.longInteger() < 1 || max.longInteger() > 1_000_000_000_000L) {
            throw max.expected("from 1 to 1000000000000");
        }
        return max.longInteger();
    }

    static void requireDistinctNames(Document root, List<Dimension> dimensions, List<Measure> measures) {
        var seen = new HashSet<String>();
        seen.add(CONTRIBUTORS);
        Stream.concat(
                        dimensions.stream().map(Dimension::name),
                        measures.stream().map(Measure::name))
                .forEach(name -> {
                    if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,63}") || !seen.add(name)) {
                        throw root.required("dimensions")
                                .expected("of names that differ, from each other, from those of the measures and from"
                                        + " \"contributors\"; not so: " + name);
                    }
                });
    }

    /// `shares: {contributors: 1, amount: 2}`; what is not named weighs 1.
    static Shares shares(Document root, List<Measure> measures) {
        var shares = root.optional("shares");
        var names = root.required("measures").entries().keySet();
        shares.ifPresent(document -> document.onlyKeys(
                Stream.concat(Stream.of(CONTRIBUTORS), names.stream()).toArray(String[]::new)));
        var weights = names.stream().map(name -> weight(shares, name)).toList();
        return new Shares(weight(shares, CONTRIBUTORS), weights.subList(0, measures.size()));
    }

    private static Rational weight(Optional<Document> shares, String name) {
        return shares.flatMap(document -> document.optional(name))
                .map(SpecReader::positive)
                .orElse(Rational.ONE);
    }

    /// Dimensions over which one contributor may stand several times; all of them unless the specification says less.
    static List<String> overlap(Document root, List<Dimension> dimensions) {
        var names = dimensions.stream().map(Dimension::name).toList();
        var overlap = root.optional("overlap");
        if (overlap.isEmpty()) {
            return root.required("maximumCellsPerContributor").integer() == 1 ? List.of() : names;
        }
        if (!names.containsAll(overlap.get().texts())) {
            throw overlap.get().expected("a list of dimensions");
        }
        return overlap.get().texts();
    }
}
