package io.poseidon.workbench.pricing.contributor;

import io.poseidon.workbench.model.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Cosine-gradient Shapley values (Xu et al. 2021): a coalition is worth the cosine between the weighted sum of its
/// normalised gradients and everyone's.
public final class GradientValue {

    private final double[][] directions;
    private final double[] everyone;

    /// One gradient and one weight a shard; gradients of one length.
    public GradientValue(double[][] gradients, double[] weights) {
        directions = new double[gradients.length][];
        for (int i = 0; i < gradients.length; i++) {
            directions[i] = scaled(gradients[i], weights[i]);
        }
        everyone = sum((1 << gradients.length) - 1);
    }

    /// The cheap proxy: the cosine of each direction with everyone's. On another scale than the exact values.
    public double[] cosines() {
        double[] cosines = new double[directions.length];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = cosine(directions[i], everyone);
        }
        return cosines;
    }

    /// The exact Shapley values of the game, to the doubles of its utilities.
    public double[] shapley() {
        var utilities = new ArrayList<Rational>();
        for (int coalition = 0; coalition < 1 << directions.length; coalition++) {
            utilities.add(Rational.of(new BigDecimal(cosine(sum(coalition), everyone))));
        }
        List<Rational> values = new Semivalue.Shapley().values(new Game(directions.length, utilities));
        return values.stream().mapToDouble(Rational::toDouble).toArray();
    }

    private double[] sum(int coalition) {
        double[] sum = new double[directions[0].length];
        for (int i = 0; i < directions.length; i++) {
            for (int j = 0; j < sum.length && (coalition >> i & 1) == 1; j++) {
                sum[j] += directions[i][j];
            }
        }
        return sum;
    }

    private static double[] scaled(double[] gradient, double weight) {
        double norm = Math.sqrt(dot(gradient, gradient));
        double[] direction = new double[gradient.length];
        for (int j = 0; j < direction.length && norm > 0; j++) {
            direction[j] = weight * gradient[j] / norm;
        }
        return direction;
    }

    private static double cosine(double[] a, double[] b) {
        double norms = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
        return norms == 0 ? 0 : dot(a, b) / norms;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
