package io.poseidon.workbench.training.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Mini-batch gradient descent on one network. Holds scratch space: one thread at a time.
public final class Trainer {

    private final Network network;
    private final Kernel kernel;
    private final float[][] activations;
    private final float[][] errors;
    private final float[] gradient;
    private final int[] widths;
    private final int[] matrices;
    private final int[] biases;

    public Trainer(Network network, Kernel kernel) {
        this.network = network;
        this.kernel = kernel;
        this.widths = network.widths().stream().mapToInt(Integer::intValue).toArray();
        this.matrices =
                IntStream.range(0, network.layers()).map(network::offset).toArray();
        this.biases = IntStream.range(0, network.layers()).map(network::biases).toArray();
        this.activations = layersOfZeros();
        this.errors = layersOfZeros();
        this.gradient = new float[network.size()];
    }

    private float[][] layersOfZeros() {
        return Arrays.stream(widths).mapToObj(float[]::new).toArray(float[][]::new);
    }

    /// One pass over the rows in the order given, changing `weights`. Returns the mean loss met on the way.
    public double epoch(float[] weights, Examples examples, int[] order, int batch, float learningRate) {
        double loss = 0;
        for (int from = 0; from < order.length; from += batch) {
            int until = Math.min(from + batch, order.length);
            Arrays.fill(gradient, 0);
            for (int i = from; i < until; i++) {
                loss += accumulate(weights, examples, order[i]);
            }
            kernel.addScaled(-learningRate / (until - from), gradient, 0, weights, 0, weights.length);
        }
        return order.length == 0 ? 0 : loss / order.length;
    }

    /// Predictions for one row: the probability of the positive class, one a class, or the value. The array is reused.
    public float[] predict(float[] weights, Examples examples, int row) {
        forward(weights, examples.features(), row * examples.width());
        return activations[network.layers()];
    }

    private double accumulate(float[] weights, Examples examples, int row) {
        int from = row * examples.width();
        var predictions = forward(weights, examples.features(), from);
        float label = examples.labels()[row];
        double loss = network.head().loss(predictions, label);
        network.head().gradient(predictions, label);
        System.arraycopy(predictions, 0, errors[network.layers()], 0, predictions.length);
        backward(weights, examples.features(), from);
        return loss;
    }

    private float[] forward(float[] weights, float[] features, int from) {
        for (int layer = 0; layer < network.layers(); layer++) {
            int width = widths[layer];
            var input = layer == 0 ? features : activations[layer];
            int inputFrom = layer == 0 ? from : 0;
            var output = activations[layer + 1];
            for (int i = 0; i < output.length; i++) {
                float sum = kernel.dot(weights, matrices[layer] + i * width, input, inputFrom, width)
                        + weights[biases[layer] + i];
                output[i] = layer + 1 < network.layers() ? Math.max(sum, 0) : sum;
            }
        }
        var outputs = activations[network.layers()];
        network.head().activate(outputs);
        return outputs;
    }

    private void backward(float[] weights, float[] features, int from) {
        for (int layer = network.layers() - 1; layer >= 0; layer--) {
            var error = errors[layer + 1];
            addGradient(layer, error, layer == 0 ? features : activations[layer], layer == 0 ? from : 0);
            if (layer > 0) {
                propagate(weights, layer, error);
            }
        }
    }

    private void addGradient(int layer, float[] error, float[] input, int inputFrom) {
        int width = widths[layer];
        for (int i = 0; i < error.length; i++) {
            if (error[i] != 0) {
                kernel.addScaled(error[i], input, inputFrom, gradient, matrices[layer] + i * width, width);
                gradient[biases[layer] + i] += error[i];
            }
        }
    }

    private void propagate(float[] weights, int layer, float[] error) {
        int width = widths[layer];
        var below = errors[layer];
        Arrays.fill(below, 0);
        for (int i = 0; i < error.length; i++) {
            kernel.addScaled(error[i], weights, matrices[layer] + i * width, below, 0, width);
        }
        for (int i = 0; i < width; i++) {
            below[i] = activations[layer][i] > 0 ? below[i] : 0;
        }
    }
}
