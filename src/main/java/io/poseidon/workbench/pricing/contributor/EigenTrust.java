package io.poseidon.workbench.pricing.contributor;

import io.poseidon.workbench.model.Problem;

/// Global trust from local trust (Kamvar, Schlosser and Garcia-Molina 2003): the fixed point of
/// t = (1-a)·Cᵀt + a·p, with rows of C normalised over positive trust; a row that trusts nobody trusts as `p` does.
public final class EigenTrust {

    private static final int MOST_ROUNDS = 100_000;
    private static final double CLOSE = 1e-15;
    private static final double NEGLIGIBLE = 1e-18;

    private final double[][] trust;
    private final double[] pretrust;
    private final double restart;

    /// `local[i][j]` is how much i trusts j; `pretrust` sums to one; `restart` is a, from 0 to 1.
    public EigenTrust(double[][] local, double[] pretrust, double restart) {
        this.pretrust = pretrust.clone();
        this.restart = restart;
        this.trust = new double[local.length][];
        for (int i = 0; i < local.length; i++) {
            trust[i] = normalised(local[i]);
        }
    }

    /// One share a party, summing to one. Refuses where trust goes round in circles, as it can without restart.
    public double[] shares() {
        double[] shares = pretrust.clone();
        double[] before = shares;
        int rounds = roundsUntilStartIsForgotten();
        for (int round = 0; round < rounds; round++) {
            before = shares;
            shares = step(shares);
        }
        if (restart == 0 && distance(before, shares) > CLOSE) {
            throw Problem.of(Problem.Kind.INPUT, EigenTrust.class, "trust-unsettled");
        }
        return shares;
    }

    /// Each round shrinks the distance to the fixed point by 1-a.
    private int roundsUntilStartIsForgotten() {
        if (restart == 0) {
            return MOST_ROUNDS;
        }
        double rounds = restart == 1 ? 1 : Math.log(NEGLIGIBLE) / Math.log1p(-restart);
        return (int) Math.clamp(Math.ceil(rounds), 1, MOST_ROUNDS);
    }

    private static double distance(double[] one, double[] other) {
        double distance = 0;
        for (int i = 0; i < one.length; i++) {
            distance = Math.max(distance, Math.abs(one[i] - other[i]));
        }
        return distance;
    }

    private double[] normalised(double... row) {
        double sum = 0;
        for (double value : row) {
            sum += Math.max(value, 0);
        }
        if (sum == 0) {
            return pretrust;
        }
        double[] shares = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            shares[j] = Math.max(row[j], 0) / sum;
        }
        return shares;
    }

    private double[] step(double... shares) {
        double[] next = new double[shares.length];
        for (int j = 0; j < next.length; j++) {
            next[j] = restart * pretrust[j];
            for (int i = 0; i < shares.length; i++) {
                next[j] += (1 - restart) * trust[i][j] * shares[i];
            }
        }
        return next;
    }
}
