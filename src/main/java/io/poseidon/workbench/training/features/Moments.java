package io.poseidon.workbench.training.features;

/// Count, mean and summed squared deviation of a numeric column's present values. Two of them merge into those of the
/// joint column (Chan, Golub and LeVeque 1983), without the cancellation of plain sums of squares.
public record Moments(long count, double mean, double squares) {

    public static final Moments NONE = new Moments(0, 0, 0);

    public static Moments of(double[] values, int[] rows) {
        long count = 0;
        double mean = 0;
        double squares = 0;
        for (int row : rows) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                count++;
                double step = value - mean;
                mean += step / count;
                squares += step * (value - mean);
            }
        }
        return new Moments(count, mean, squares);
    }

    public Moments plus(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long all = count + other.count;
        double gap = other.mean - mean;
        return new Moments(
                all, mean + gap * other.count / all, squares + other.squares + gap * gap * count * other.count / all);
    }

    /// Of the population, zero for a constant or absent column.
    public double standardDeviation() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    public boolean isSound() {
        return count >= 0 && Double.isFinite(mean) && Double.isFinite(squares) && squares >= 0;
    }
}
