package io.poseidon.workbench.training.network;

/// What the last layer of a network means, and the loss that goes with it. Exponentials and logarithms are those of
/// [StrictMath], so that every machine computes the same bits.
public enum Head {
    /// One output: the probability of the positive class; log loss.
    SIGMOID,
    /// One output a class: probabilities that add up to one; log loss.
    SOFTMAX,
    /// One output: the value itself; half the squared error.
    IDENTITY;

    /// Turns the last layer's sums into predictions, in place.
    void activate(float[] outputs) {
        switch (this) {
            case SIGMOID -> outputs[0] = sigmoid(outputs[0]);
            case SOFTMAX -> softmax(outputs);
            case IDENTITY -> {
                // the sum is the prediction
            }
        }
    }

    double loss(float[] predictions, float label) {
        return switch (this) {
            case SIGMOID -> logLoss(label > 0.5f ? predictions[0] : 1 - predictions[0]);
            case SOFTMAX -> logLoss(predictions[(int) label]);
            case IDENTITY -> 0.5 * (predictions[0] - label) * (predictions[0] - label);
        };
    }

    /// Gradient of the loss by the last layer's sums: prediction minus label for all three heads.
    void gradient(float[] predictions, float label) {
        if (this == SOFTMAX) {
            predictions[(int) label] -= 1;
        } else {
            predictions[0] -= label;
        }
    }

    /// −ln p, bounded where a float has rounded the probability to nought.
    public static double logLoss(double probability) {
        return -StrictMath.log(Math.max(probability, 1e-7));
    }

    private static float sigmoid(float sum) {
        return (float) (1 / (1 + StrictMath.exp(-sum)));
    }

    private static void softmax(float[] sums) {
        float largest = sums[0];
        for (float sum : sums) {
            largest = Math.max(largest, sum);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            double power = StrictMath.exp((double) sums[i] - largest);
            sums[i] = (float) power;
            total += power;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = (float) (sums[i] / total);
        }
    }
}
