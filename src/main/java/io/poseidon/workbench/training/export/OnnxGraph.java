package io.poseidon.workbench.training.export;

import io.poseidon.workbench.training.network.Weights;
import java.util.List;

/// Builds one ONNX graph (IR version 8, default operators of version 17 and `ai.onnx.ml` of version 3). The numbers are
/// the fields of the format's protobuf definition.
final class OnnxGraph {

    private static final int FLOAT = 1;
    private static final int STRING = 8;
    private static final String ML = "ai.onnx.ml";

    private final Protobuf graph = new Protobuf();
    private final String name;

    OnnxGraph(String name) {
        this.name = name;
    }

    /// A column of the batch: one number, or one text, a row.
    void input(String input, boolean numeric) {
        graph.message(11, value(input, numeric ? FLOAT : STRING));
    }

    void output(String output) {
        graph.message(12, value(output, FLOAT));
    }

    private static Protobuf value(String name, int type) {
        var shape = new Protobuf().message(1, new Protobuf().text(2, "rows")).message(1, new Protobuf().integer(1, 1));
        var tensor = new Protobuf().integer(1, type).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    void constant(String constant, List<Integer> shape, float... values) {
        var tensor = new Protobuf();
        shape.forEach(size -> tensor.integer(1, size));
        graph.message(5, tensor.integer(2, FLOAT).text(8, constant).bytes(9, new Weights(values).bytes()));
    }

    /// A node of the default operators.
    void node(String operator, List<String> inputs, String output, Protobuf... attributes) {
        node("", operator, inputs, output, attributes);
    }

    /// A node of the machine-learning operators.
    void mlNode(String operator, List<String> inputs, String output, Protobuf... attributes) {
        node(ML, operator, inputs, output, attributes);
    }

    private void node(String domain, String operator, List<String> inputs, String output, Protobuf... attributes) {
        var node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output + "_node").text(4, operator);
        for (var attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, domain.isEmpty() ? node : node.text(7, domain));
    }

    static Protobuf integerAttribute(String attribute, long value) {
        return new Protobuf().text(1, attribute).integer(3, value).integer(20, 2);
    }

    static Protobuf realAttribute(String attribute, float value) {
        return new Protobuf().text(1, attribute).real(2, value).integer(20, 1);
    }

    static Protobuf realsAttribute(String attribute, float... values) {
        var message = new Protobuf().text(1, attribute);
        for (float value : values) {
            message.real(7, value);
        }
        return message.integer(20, 6);
    }

    static Protobuf textsAttribute(String attribute, List<String> values) {
        var message = new Protobuf().text(1, attribute);
        values.forEach(value -> message.text(9, value));
        return message.integer(20, 8);
    }

    /// The whole model file.
    byte[] model(String documentation) {
        return new Protobuf()
                .integer(1, 8)
                .text(2, "Poseidon Workbench")
                .text(6, documentation)
                .message(7, graph.text(2, name))
                .message(8, new Protobuf().text(1, "").integer(2, 17))
                .message(8, new Protobuf().text(1, ML).integer(2, 3))
                .bytes();
    }
}
