package io.poseidon.workbench.training.export;

import io.poseidon.workbench.training.TrainedModel;
import io.poseidon.workbench.training.features.Encoding;
import io.poseidon.workbench.training.features.Input.Numeric;
import io.poseidon.workbench.training.network.Network;
import java.util.ArrayList;
import java.util.List;

/// A trained model as ONNX that takes raw columns: one input of shape [rows, 1] a column, under the column's own name;
/// floats where it is numeric (NaN = missing), strings where it is a category (unknown or empty = none). The output
/// `probability`, [rows, 1], is that of the positive label.
///
/// Standardising is folded into the first layer: w' = w/deviation and b' = b − Σ w·mean/deviation; a missing number
/// becomes its mean, which is what standardising makes of it. Names within the graph begin with a slash.
public final class OnnxFile {

    private OnnxFile() {}

    public static byte[] of(TrainedModel model) {
        var encoding = model.state().encoding();
        var graph = new OnnxGraph("poseidon");
        var parts = new ArrayList<String>();
        numericPart(graph, encoding, parts);
        categoricalParts(graph, encoding, parts);
        graph.node("Concat", parts, "/encoded", OnnxGraph.integerAttribute("axis", 1));
        layers(graph, model);
        graph.output("probability");
        return graph.model("Probability that " + model.plan().label().column() + " is "
                + model.plan().label().positive() + ". Inputs are raw columns.");
    }

    private static void numericPart(OnnxGraph graph, Encoding encoding, List<String> parts) {
        var numeric = encoding.numeric();
        if (numeric.isEmpty()) {
            return;
        }
        var names = numeric.stream().map(Numeric::column).toList();
        names.forEach(name -> graph.input(name, true));
        graph.node("Concat", names, "/numeric", OnnxGraph.integerAttribute("axis", 1));
        var means = new float[numeric.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) numeric.get(i).mean();
        }
        graph.mlNode(
                "Imputer",
                List.of("/numeric"),
                "/present",
                OnnxGraph.realsAttribute("imputed_value_floats", means),
                OnnxGraph.realAttribute("replaced_value_float", Float.NaN));
        parts.add("/present");
    }

    private static void categoricalParts(OnnxGraph graph, Encoding encoding, List<String> parts) {
        for (var column : encoding.categorical()) {
            graph.input(column.column(), false);
            var marked = "/marks/" + column.column();
            var flat = "/one_hot/" + column.column();
            graph.mlNode(
                    "OneHotEncoder",
                    List.of(column.column()),
                    marked,
                    OnnxGraph.textsAttribute("cats_strings", column.vocabulary()),
                    OnnxGraph.integerAttribute("zeros", 1));
            graph.node("Flatten", List.of(marked), flat, OnnxGraph.integerAttribute("axis", 1));
            parts.add(flat);
        }
    }

    private static void layers(OnnxGraph graph, TrainedModel model) {
        var network = model.plan().network(model.state().encoding());
        var weights = folded(
                model.state().encoding(), network, model.state().weights().values());
        var input = "/encoded";
        for (int layer = 0; layer < network.layers(); layer++) {
            int width = network.widths().get(layer);
            int outputs = network.widths().get(layer + 1);
            var matrix = "/weight" + layer;
            var bias = "/bias" + layer;
            graph.constant(matrix, List.of(outputs, width), slice(weights, network.offset(layer), outputs * width));
            graph.constant(bias, List.of(outputs), slice(weights, network.biases(layer), outputs));
            var sum = "/sum" + layer;
            graph.node("Gemm", List.of(input, matrix, bias), sum, OnnxGraph.integerAttribute("transB", 1));
            boolean last = layer + 1 == network.layers();
            input = last ? "probability" : "/hidden" + layer;
            graph.node(last ? "Sigmoid" : "Relu", List.of(sum), input);
        }
    }

    /// The weights with the first layer taking numbers as they are. Numeric inputs come first in every encoding.
    private static float[] folded(Encoding encoding, Network network, float[] weights) {
        var folded = weights.clone();
        var numeric = encoding.numeric();
        for (int row = 0; row < network.widths().get(1); row++) {
            double bias = weights[network.biases(0) + row];
            for (int i = 0; i < numeric.size(); i++) {
                int at = network.offset(0) + row * encoding.width() + i;
                double deviation = numeric.get(i).deviation();
                double scaled = deviation == 0 ? 0 : weights[at] / deviation;
                bias -= scaled * numeric.get(i).mean();
                folded[at] = (float) scaled;
            }
            folded[network.biases(0) + row] = (float) bias;
        }
        return folded;
    }

    private static float[] slice(float[] weights, int from, int length) {
        var slice = new float[length];
        System.arraycopy(weights, from, slice, 0, length);
        return slice;
    }
}
