package io.poseidon.workbench.sample.population;

import java.util.SplittableRandom;

/// One stream of random numbers, for one person and one purpose, so that results depend neither on threads nor on how
/// many people are asked for.
///
/// The key is mixed before it seeds the stream: `SplittableRandom` advances by a constant, and keys a multiple of that
/// constant apart would walk the same sequence a few steps later.
final class Draws {

    private static final double LARGEST_MEAN = 16;

    private final SplittableRandom random;

    private Draws(long key) {
        this.random = new SplittableRandom(key);
    }

    static Draws of(long seed, long person, int purpose) {
        return new Draws(mixed(mixed(mixed(seed) ^ person) + purpose));
    }

    /// The finaliser of Stafford's variant 13: every bit of the key moves every bit of the result.
    private static long mixed(long key) {
        long z = key + 0x632be59bd9b4e019L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double normal() {
        return random.nextGaussian();
    }

    /// Mean 1, standard deviation of the logarithm `sigma`.
    double logNormal(double sigma) {
        return StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Whether something with these log-odds happens.
    boolean logistic(double logit) {
        return chance(sigmoid(logit));
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /// Knuth's product of uniforms, in parts where the mean is large.
    int poisson(double mean) {
        int count = 0;
        double left = mean;
        for (; left > LARGEST_MEAN; left -= LARGEST_MEAN) {
            count += smallPoisson(LARGEST_MEAN);
        }
        return count + smallPoisson(left);
    }

    private int smallPoisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
