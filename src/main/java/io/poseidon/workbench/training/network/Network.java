package io.poseidon.workbench.training.network;

import java.util.List;
import java.util.SplittableRandom;

/// The shape of a dense network: `widths` from inputs over hidden layers (rectified) to outputs. With no hidden layer
/// it is logistic, softmax or linear regression.
///
/// Its weights are one array of floats: for each layer first the matrix, row by row (a row an output), then the biases.
public record Network(List<Integer> widths, Head head) {

    public Network {
        widths = List.copyOf(widths);
        if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("a network needs inputs and outputs: " + widths);
        }
    }

    public int layers() {
        return widths.size() - 1;
    }

    public int inputs() {
        return widths.getFirst();
    }

    public int outputs() {
        return widths.getLast();
    }

    /// How many weights there are, biases included.
    public int size() {
        return offset(layers());
    }

    /// Where a layer's matrix begins.
    public int offset(int layer) {
        int offset = 0;
        for (int i = 0; i < layer; i++) {
            offset += (widths.get(i) + 1) * widths.get(i + 1);
        }
        return offset;
    }

    /// Where a layer's biases begin.
    public int biases(int layer) {
        return offset(layer) + widths.get(layer) * widths.get(layer + 1);
    }

    /// Zeros without hidden layers (the problem is convex); otherwise He's normal initialisation from the seed.
    public float[] initial(long seed) {
        var weights = new float[size()];
        if (layers() == 1) {
            return weights;
        }
        var random = new SplittableRandom(seed);
        for (int layer = 0; layer < layers(); layer++) {
            double spread = Math.sqrt(2.0 / widths.get(layer));
            for (int i = offset(layer); i < biases(layer); i++) {
                weights[i] = (float) (spread * random.nextGaussian());
            }
        }
        return weights;
    }
}
