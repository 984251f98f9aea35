package io.poseidon.workbench.sample.population;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.sample.population.Figures.AgeBand;
import io.poseidon.workbench.sample.population.Figures.Category;
import io.poseidon.workbench.sample.population.Figures.Region;
import io.poseidon.workbench.sample.population.Figures.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// From the YAML of the figures to records.
final class FiguresReader {

    private final Document root;

    FiguresReader(Document root) {
        this.root = root.onlyKeys("figures", "sources", "regions", "ageBands", "groups", "categories");
    }

    Figures read() {
        return new Figures(
                List.copyOf(mapped("regions", FiguresReader::region).values()),
                List.copyOf(mapped("ageBands", FiguresReader::ageBand).values()),
                mapped("groups", entry -> entry.getValue().required("optIn").real()),
                List.copyOf(mapped("categories", FiguresReader::category).values()),
                mapped("sources", FiguresReader::source));
    }

    private <T> Map<String, T> mapped(String key, Function<Map.Entry<String, Document>, T> read) {
        var all = new LinkedHashMap<String, T>();
        root.required(key).entries().entrySet().forEach(entry -> all.put(entry.getKey(), read.apply(entry)));
        return all;
    }

    private static Source source(Map.Entry<String, Document> entry) {
        var node = entry.getValue();
        return new Source(node.required("mark").text(), node.required("source").text());
    }

    private static Region region(Map.Entry<String, Document> entry) {
        var node = entry.getValue();
        return new Region(
                entry.getKey(),
                node.required("group").text(),
                node.required("shard").text(),
                node.required("people").longInteger(),
                node.required("income").real(),
                node.required("spend").real(),
                reals(node.required("adults")));
    }

    private static AgeBand ageBand(Map.Entry<String, Document> entry) {
        var node = entry.getValue();
        return new AgeBand(
                entry.getKey(),
                node.required("from").integer(),
                node.required("to").integer(),
                node.required("men").real(),
                node.required("women").real(),
                node.required("app").real(),
                node.required("optIn").real(),
                node.required("income").real(),
                node.required("spend").real());
    }

    private static Category category(Map.Entry<String, Document> entry) {
        var node = entry.getValue();
        var tilts = new LinkedHashMap<String, Double>();
        node.required("tilts").entries().forEach((key, value) -> tilts.put(key, value.real()));
        return new Category(
                entry.getKey(),
                node.required("ticket").real(),
                node.required("sigma").real(),
                reals(node.required("shares")),
                reals(node.required("ever")),
                Map.copyOf(tilts),
                reals(node.required("season")));
    }

    private static List<Double> reals(Document list) {
        return list.items().stream().map(Document::real).toList();
    }
}
