package io.poseidon.workbench.training.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainerTest {

    /// One step of full-batch descent at a small rate moves the weights by −rate·gradient; compared with central
    /// differences of the mean loss.
    @ParameterizedTest
    @EnumSource(Head.class)
    void aStepFollowsTheNumericGradientOfTheMeanLoss(Head head) {
        int outputs = head == Head.SOFTMAX ? 3 : 1;
        var network = new Network(List.of(5, 4, outputs), head);
        var examples = examples(head, 20, 5, 3);
        var order = IntStream.range(0, 20).toArray();
        var start = network.initial(11);
        var moved = start.clone();
        float rate = 1e-3f;
        new Trainer(network, Kernel.fastest()).epoch(moved, examples, order, 20, rate);
        for (int i = 0; i < start.length; i++) {
            double gradient = (start[i] - moved[i]) / rate;
            assertEquals(numeric(network, examples, start, i), gradient, 0.02, "weight " + i);
        }
    }

    private static double numeric(Network network, Examples examples, float[] weights, int i) {
        float step = 1e-2f;
        var up = weights.clone();
        var down = weights.clone();
        up[i] += step;
        down[i] -= step;
        return (loss(network, examples, up) - loss(network, examples, down)) / (up[i] - down[i]);
    }

    private static double loss(Network network, Examples examples, float[] weights) {
        var trainer = new Trainer(network, Kernel.fastest());
        double loss = 0;
        for (int row = 0; row < examples.size(); row++) {
            loss += network.head().loss(trainer.predict(weights, examples, row), examples.labels()[row]);
        }
        return loss / examples.size();
    }

    @Test
    void trainingRepeatsToTheLastBitWithEitherKernel() {
        var network = new Network(List.of(37, 19, 1), Head.SIGMOID);
        var examples = examples(Head.SIGMOID, 300, 37, 5);
        assertArrayEquals(
                trained(network, examples, new ScalarKernel()), trained(network, examples, new VectorKernel()), 0f);
    }

    private static float[] trained(Network network, Examples examples, Kernel kernel) {
        var weights = network.initial(1);
        var trainer = new Trainer(network, kernel);
        var order = IntStream.range(0, examples.size()).toArray();
        for (int epoch = 0; epoch < 3; epoch++) {
            trainer.epoch(weights, examples, order, 16, 0.1f);
        }
        return weights;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void logisticRegressionFindsTheWeightsThatMadeTheData(long seed) {
        var random = new SplittableRandom(seed);
        int rows = 20_000;
        var truth = new float[] {1.5f, -2, 0.5f, 0.3f};
        var features = new float[rows * 3];
        var labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            double sum = truth[3];
            for (int i = 0; i < 3; i++) {
                features[row * 3 + i] = (float) random.nextGaussian();
                sum += truth[i] * features[row * 3 + i];
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-sum)) ? 1 : 0;
        }
        var network = new Network(List.of(3, 1), Head.SIGMOID);
        var weights = network.initial(seed);
        var trainer = new Trainer(network, Kernel.fastest());
        var order = IntStream.range(0, rows).toArray();
        for (int epoch = 0; epoch < 40; epoch++) {
            trainer.epoch(weights, new Examples(3, features, labels), order, 200, 0.5f);
        }
        assertArrayEquals(truth, weights, 0.12f, "seed " + seed);
    }

    @Test
    void aHiddenLayerLearnsWhatNoLineCanSeparate() {
        var features = new float[] {0, 0, 0, 1, 1, 0, 1, 1};
        var examples = new Examples(2, features, new float[] {0, 1, 1, 0});
        var network = new Network(List.of(2, 16, 1), Head.SIGMOID);
        var weights = network.initial(4);
        var trainer = new Trainer(network, Kernel.fastest());
        for (int epoch = 0; epoch < 2000; epoch++) {
            trainer.epoch(weights, examples, new int[] {0, 1, 2, 3}, 4, 0.5f);
        }
        for (int row = 0; row < 4; row++) {
            float probability = trainer.predict(weights, examples, row)[0];
            assertTrue(Math.abs(probability - examples.labels()[row]) < 0.1, "row " + row + ": " + probability);
        }
    }

    private static Examples examples(Head head, int rows, int width, int classes) {
        var random = new SplittableRandom(rows + width);
        var features = new float[rows * width];
        var labels = new float[rows];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < rows; row++) {
            labels[row] = switch (head) {
                case SIGMOID -> random.nextInt(2);
                case SOFTMAX -> random.nextInt(classes);
                case IDENTITY -> (float) random.nextGaussian();
            };
        }
        return new Examples(width, features, labels);
    }
}
