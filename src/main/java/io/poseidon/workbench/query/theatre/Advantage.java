package io.poseidon.workbench.query.theatre;

/// What an attacker knows beyond guessing: twice the share of right guesses, less one, over secrets that are true half
/// of the time. 0 is nothing, 1 everything. `low` and `high` are the ends of Wilson's 95 % interval.
public record Advantage(int right, int trials, double value, double low, double high) {

    private static final double Z = 1.96;

    /// By luck once in thirty thousand.
    private static final double BEYOND_LUCK = 4;

    public static Advantage of(int right, int trials) {
        double share = (double) right / trials;
        return new Advantage(right, trials, 2 * share - 1, end(share, trials, -Z), end(share, trials, Z));
    }

    /// Whether it is more than that beyond doubt; a bound that is nearly reached would else be broken by luck.
    public boolean exceeds(double most) {
        return end((double) right / trials, trials, -BEYOND_LUCK) > most;
    }

    /// Wilson's, `z` standard deviations away.
    private static double end(double share, int trials, double z) {
        double weight = z * z / trials;
        double centre = (share + weight / 2) / (1 + weight);
        double half = z * Math.sqrt(share * (1 - share) / trials + weight / 4 / trials) / (1 + weight);
        return 2 * (centre + half) - 1;
    }
}
