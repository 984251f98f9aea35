package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.query.evidence.digest.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a record says about the uncertainty of its numbers.
final class Noise {

    private Noise() {}

    static Map<String, String> ofCells(List<Shape> shapes) {
        var noise = new TreeMap<String, String>();
        noise.put("level", "0.95");
        noise.put("target", "the bounded totals of the cells shown; what suppression and clamping hide is outside");
        noise.put(
                "columns",
                shapes.stream().filter(Shape::interval).map(Shape::name).collect(Collectors.joining(", ")));
        return noise;
    }
}
