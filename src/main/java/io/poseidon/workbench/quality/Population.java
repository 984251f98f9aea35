package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A reference population: people per class of some dimensions, with its source.
///
/// ```yaml
/// population: 1
/// source: {en: Residents by region and age, ko: …}
/// dimensions: [region, age_band]
/// people:
///   - [Seoul, 20-29, 1355000]
/// ```
public record Population(Map<String, String> source, List<String> dimensions, Map<List<String>, Double> people) {

    private static final Pattern LEADING_NUMBER = Pattern.compile("^(\\d+)\\D.*");

    public Population {
        source = Map.copyOf(source);
        dimensions = List.copyOf(dimensions);
        people = Map.copyOf(people);
    }

    /// Adults of Korea by region and age at the end of 2023.
    public static Population korea() {
        try (var in = Population.class.getResourceAsStream("korea-2023.yaml")) {
            if (in == null) {
                throw new IllegalStateException("korea-2023.yaml is not on the class path");
            }
            return of(Document.parse("korea-2023.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A document as above, or for a name that ends in `.csv` a table of labels under the dimensions' names and, last,
    /// people; its source is then the file's name.
    public static Population read(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".csv")
                ? PopulationTable.read(file)
                : of(Document.read(file));
    }

    private static Population of(Document document) {
        document.onlyKeys("population", "source", "dimensions", "people");
        var source = document.required("source").onlyKeys("en", "ko");
        var dimensions = document.required("dimensions").texts();
        var people = new LinkedHashMap<List<String>, Double>();
        for (var row : document.required("people").items()) {
            var items = row.items();
            if (items.size() != dimensions.size() + 1) {
                throw row.expected("one label for each dimension and a number of people");
            }
            var labels = items.subList(0, dimensions.size()).stream()
                    .map(Document::text)
                    .toList();
            double count = items.getLast().real();
            if (!(count >= 0) || people.put(labels, count) != null) {
                throw row.expected("a class that stands once, with no negative number of people");
            }
        }
        return new Population(
                Map.of(
                        "en",
                        source.required("en").text(),
                        "ko",
                        source.required("ko").text()),
                dimensions,
                people);
    }

    public String source(Locale locale) {
        return source.getOrDefault(locale.getLanguage(), source.getOrDefault("en", ""));
    }

    /// Whether a table has these dimensions with labels that this population counts.
    boolean describes(Schema schema) {
        return dimensions.stream()
                .allMatch(name -> schema.column(name).filter(this::counts).isPresent());
    }

    /// People of a class by the table's labels. Age classes may be written `20s` or `20-29`.
    Optional<Double> at(List<String> labels) {
        var exact = people.get(labels);
        if (exact != null) {
            return Optional.of(exact);
        }
        return people.entrySet().stream()
                .filter(entry -> alike(entry.getKey(), labels))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private boolean counts(Column column) {
        int place = dimensions.indexOf(column.name());
        return !column.domain().isEmpty()
                && column.domain().stream()
                        .allMatch(label -> people.keySet().stream().anyMatch(key -> alike(key.get(place), label)));
    }

    private static boolean alike(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!alike(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(String one, String other) {
        var first = LEADING_NUMBER.matcher(one);
        var second = LEADING_NUMBER.matcher(other);
        return one.equals(other)
                || (first.matches() && second.matches() && first.group(1).equals(second.group(1)));
    }
}
