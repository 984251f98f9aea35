package io.poseidon.workbench.sealing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.spec.Dimension;
import io.poseidon.workbench.sealing.spec.Domain;
import io.poseidon.workbench.sealing.spec.Measure;
import io.poseidon.workbench.sealing.spec.SealSpec;

/// Everything in a specification that shapes the cells, as one document, so that a digest of it can be frozen. Titles,
/// prices, licence terms and tolerances are not in it: they may change between two sales of an edition.
final class Shape {

    private Shape() {}

    static ObjectNode of(SealSpec spec) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("table", spec.naming().table());
        json.put("contributor", spec.source().contributor());
        switch (spec.source().row().size()) {
            case 0 -> {}
            case 1 -> json.put("row", spec.source().row().getFirst());
            default -> spec.source().row().forEach(json.putArray("row")::add);
        }
        var period = json.putObject("period");
        spec.source().period().column().ifPresent(column -> period.put("column", column));
        period.put("from", spec.source().period().from());
        period.put("to", spec.source().period().to());
        var dimensions = json.putArray("dimensions");
        spec.dimensions().forEach(dimension -> dimension(dimensions.addObject(), dimension));
        var measures = json.putArray("measures");
        spec.measures().forEach(measure -> measure(measures.addObject(), measure));
        protection(json, spec);
        return json;
    }

    private static void protection(ObjectNode json, SealSpec spec) {
        var protection = spec.protection();
        json.put("cells", protection.maximumCellsPerContributor());
        json.put("cohort", protection.minimumCohort());
        json.put("delta", protection.delta().toString());
        json.put("contributorShare", protection.shares().contributors().toString());
        var shares = json.putArray("measureShares");
        protection.shares().measures().stream().map(Rational::toString).forEach(shares::add);
    }

    private static void dimension(ObjectNode json, Dimension dimension) {
        json.put("name", dimension.name()).put("column", dimension.column());
        var labels = json.putArray("labels");
        dimension.domain().labels().forEach(labels::add);
        if (dimension.domain() instanceof Domain.Bins bins) {
            var edges = json.putArray("edges");
            bins.edges().forEach(edge -> edges.add(edge.toString()));
        }
    }

    private static void measure(ObjectNode json, Measure measure) {
        json.put("name", measure.name());
        measure.column().ifPresent(column -> json.put("column", column));
        json.put("min", measure.bounds().min().toString());
        json.put("max", measure.bounds().max().toString());
        json.put("step", measure.step().toString());
    }
}
