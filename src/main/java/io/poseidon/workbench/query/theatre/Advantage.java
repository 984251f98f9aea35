package io.poseidon.workbench.query.theatre;

/// What an attacker knows beyond guessing: twice the share of right guesses, less one, over secrets that are true half
/// of the time. 0 is nothing, 1 everything. `low` and `high` are the ends of Wilson's 95 % interval.
public record Advantage(int right, int trials, double value, double low, double high) {

    private static final double Z = 1.96;

    public static Advantage of(int right, int trials) {
        double share = (double) right / trials;
        double weight = Z * Z / trials;
        double centre = (share + weight / 2) / (1 + weight);
        double half = Z * Math.sqrt(share * (1 - share) / trials + weight / 4 / trials) / (1 + weight);
        return new Advantage(right, trials, 2 * share - 1, 2 * (centre - half) - 1, 2 * (centre + half) - 1);
    }
}
